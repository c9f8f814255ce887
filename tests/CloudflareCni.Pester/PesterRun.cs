using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Pester;

/// <summary>Runs Pester in separate PowerShell processes, one for each file.</summary>
internal static class PesterRun
{
    private static readonly DirectoryInfo Folder = new(Built("PesterTests"));
    private static readonly string Pwsh = Built("PowerShell");
    private static readonly string Pester = Built("PesterModule");
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Invoke-PesterTest.ps1");

    /// <summary>Gets the names of all test files, the largest first, so that long files don't start last.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Folder.GetFiles("*.Tests.ps1").OrderByDescending(file => file.Length).Select(file => file.Name)];

    /// <summary>Gets the full path of a file.</summary>
    /// <param name="file">The name of the file.</param>
    /// <returns>The path.</returns>
    public static string PathOf(string file) => Path.Combine(Folder.FullName, file);

    /// <summary>Lists the tests of all files in one process.</summary>
    /// <param name="cancellationToken">The token that ends the process.</param>
    /// <returns>A record for each test, and for each file that fails.</returns>
    public static Task<IReadOnlyList<PesterRecord>> ListAsync(CancellationToken cancellationToken) => InvokeAsync("", list: true, cancellationToken);

    /// <summary>Runs the tests of a file.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="cancellationToken">The token that ends the process.</param>
    /// <returns>A record for each test. The list is never empty, because a file without results has failed.</returns>
    public static Task<IReadOnlyList<PesterRecord>> RunAsync(string file, CancellationToken cancellationToken) => InvokeAsync(file, list: false, cancellationToken);

    private static async Task<IReadOnlyList<PesterRecord>> InvokeAsync(string file, bool list, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cni-pester-");
        try
        {
            string result = Path.Combine(folder.FullName, "result.json");
            string[] arguments =
            [
                Pwsh, "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", Script,
                "-Path", PathOf(file), "-Pester", Pester, "-Result", result, list ? "-List:$true" : "-List:$false",
            ];
            (int exitCode, string output) = await StartAsync(arguments, cancellationToken);
            if (exitCode != 0 || !File.Exists(result))
            {
                return [PesterRecord.OfFile(file, $"PowerShell ended with exit code {exitCode}. It wrote:\n{output}")];
            }

            PesterRecord[] records = JsonSerializer.Deserialize<PesterRecord[]>(await File.ReadAllTextAsync(result, cancellationToken))!;
            return records.Length > 0 ? records : [PesterRecord.OfFile(file, "The file has no test.")];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> StartAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            string text = await error + await output;
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, text);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string Built(string key) =>
        typeof(PesterRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
