using System;
using System.IO;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>Runs the Windows PowerShell build of the client and the sandbox on .NET Framework or Mono, from the folder of the module.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        if (DamageChecks.Play(arguments))
        {
            return 0;
        }

        if (arguments.Length != 1 || !Directory.Exists(arguments[0]))
        {
            Console.Error.WriteLine("Specify the folder of the module's netstandard2.0 build.");
            return 2;
        }

        var report = new Report();
        ModuleFolder folder = ModuleFolder.Use(Path.GetFullPath(arguments[0]));
        Assembly other = EmptyRestSharp.Load();
        RunAsync(report, folder, other).GetAwaiter().GetResult();
        return report.Failures == 0 ? 0 : 1;
    }

    // Not inlined, because the runtime loads the module's assemblies when it compiles a method that refers to them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task RunAsync(Report report, ModuleFolder folder, Assembly other)
    {
        await ClientChecks.RunAsync(report);
        await ParallelChecks.RunAsync(report);
        await HandlerChecks.RunAsync(report);
        await FaultChecks.RunAsync(report);
        await ConfigurationChecks.RunAsync(report);
        FileChecks.Run(report);
        LoadingChecks.Run(report, folder, other);
        DamageChecks.Run(report, folder);
    }
}
