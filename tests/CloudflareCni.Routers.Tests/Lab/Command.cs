using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>Runs programs.</summary>
internal static class Command
{
    // Only a failure reaches it. npm alone takes minutes on a busy computer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a program and waits for it.</summary>
    public static CommandResult Run(string program, params IEnumerable<string> arguments) => Feed("", program, arguments);

    /// <summary>Runs a program with a text as its input, and waits for it.</summary>
    public static CommandResult Feed(string input, string program, params IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (System.IO.IOException)
        {
            // The program ended without reading its input. Its exit code says more.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} didn't end in time.");
        }

        return new CommandResult(process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }

    /// <summary>Runs a program that must succeed.</summary>
    public static string Must(string program, params IEnumerable<string> arguments)
    {
        CommandResult result = Run(program, arguments);
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Output}");
        return result.Output;
    }
}
