using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>A separate process of the Shell, or of pwsh without modules. Its environment only contains the connection variables that the test sets.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ShellProcess(int ExitCode, string Output, string Error)
{
    // Built with the tests, in the same configuration (debug, release).
    private static readonly string Shell = Path.Combine(
        BuiltModule.Repository, "artifacts", "bin", "CloudflareCni.Shell", new DirectoryInfo(AppContext.BaseDirectory).Name, "CloudflareCni.Shell.dll");

    /// <summary>Gets the lines of the output.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Runs the Shell until it ends.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">The standard input.</param>
    /// <param name="environment">The environment variables to set.</param>
    public static Task<ShellProcess> RunAsync(string[] arguments, string input = "", params (string Name, string Value)[] environment) =>
        StartAsync([Shell, .. arguments], input, environment, TestContext.Current.CancellationToken);

    /// <summary>Runs a script that must not fail in a plain pwsh.</summary>
    /// <param name="script">The script; its arguments are in <c>$args</c>.</param>
    /// <param name="cancellationToken">The token that ends the process.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The lines of the output.</returns>
    public static async Task<IReadOnlyList<string>> RunScriptAsync(string script, CancellationToken cancellationToken, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("script.ps1");
        await File.WriteAllTextAsync(path, "$ErrorActionPreference = 'Stop'\n" + script, cancellationToken);
        string[] options = [BuiltModule.Metadata("PowerShell"), "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", path];
        return (await StartAsync([.. options, .. arguments], "", [], cancellationToken)).MustSucceed();
    }

    /// <summary>Runs a script that must not fail in the engine only, so that the Desktop build doesn't find files of PowerShell 7 instead of its own.</summary>
    /// <param name="script">The script; its arguments are in <c>$args</c>.</param>
    /// <param name="cancellationToken">The token that ends the process.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The lines of the output.</returns>
    public static async Task<IReadOnlyList<string>> RunEngineScriptAsync(string script, CancellationToken cancellationToken, params string[] arguments) =>
        (await StartAsync([BuiltModule.Metadata("ScriptHost"), .. arguments], script, [], cancellationToken)).MustSucceed();

    private static async Task<ShellProcess> StartAsync(
        string[] arguments, string input, (string Name, string Value)[] environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (string name in EnvironmentVariables.Names)
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return new ShellProcess(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private IReadOnlyList<string> MustSucceed() =>
        ExitCode == 0 ? Lines : throw new InvalidOperationException($"The script ended with {ExitCode}: {Error}{Output}");
}
