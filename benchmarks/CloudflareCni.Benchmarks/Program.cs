using System;
using System.Globalization;
using System.Threading;
using BenchmarkDotNet.Running;
using CloudflareCni.Benchmarks;

if (args is ["serve", ..])
{
    // Until the parent process closes the standard input.
    using var server = new PageServer(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0);
    Console.WriteLine(server.Port);
    while (Console.In.ReadLine() is { } line)
    {
        if (line == "connections")
        {
            Console.WriteLine(Interlocked.Exchange(ref server.Accepted, 0));
        }
    }

    return;
}

if (args is ["memory"])
{
    await MemoryOfASlot.PrintAsync();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
