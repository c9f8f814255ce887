using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>The built shell as a process of its own, with no connection in its environment but for what the test sets.</summary>
/// <param name="ExitCode">What it told its caller.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ShellProcess(int ExitCode, string Output, string Error)
{
    // Built beside the tests, with the same pivot (debug, release).
    private static readonly string Assembly = Path.Combine(
        BuiltModule.Repository, "artifacts", "bin", "CloudflareCni.Shell", new DirectoryInfo(AppContext.BaseDirectory).Name, "CloudflareCni.Shell.dll");

    /// <summary>Runs the shell to its end.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="environment">Variables to set.</param>
    public static async Task<ShellProcess> RunAsync(string[] arguments, string input = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in EnvironmentVariables.Names)
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).Soon();
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ShellProcess(process.ExitCode, await output, await error);
    }
}
