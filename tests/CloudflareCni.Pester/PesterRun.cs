using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Pester;

/// <summary>Runs the Pester files in as many PowerShell processes as the computer has processors.</summary>
internal static class PesterRun
{
    private static readonly DirectoryInfo Folder = new(Built("PesterTests"));

    // These start many processes or sessions. The others are about as long as they are large.
    private static readonly string[] Longest = ["Examples.Tests.ps1", "Loading.Tests.ps1"];

    /// <summary>Gets the names of all test files, the longest first, so that no processor waits at the end.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Folder.GetFiles("*.Tests.ps1").OrderByDescending(file => Longest.Contains(file.Name)).ThenByDescending(file => file.Length).Select(file => file.Name),
    ];

    /// <summary>Gets the full path of a file.</summary>
    /// <param name="file">The name of the file.</param>
    /// <returns>The path.</returns>
    public static string PathOf(string file) => Path.Combine(Folder.FullName, file);

    /// <summary>Lists the tests of all files in one process.</summary>
    /// <param name="cancellationToken">The token that ends the process.</param>
    /// <returns>A record for each test, and for each file that fails.</returns>
    public static async Task<IReadOnlyList<PesterRecord>> ListAsync(CancellationToken cancellationToken)
    {
        await using PesterWorker worker = Start();
        return await worker.AskAsync(Folder.FullName, list: true, cancellationToken);
    }

    /// <summary>Runs files.</summary>
    /// <param name="files">The names of the files.</param>
    /// <param name="publish">Receives the records of a file: one for each test, and at least one.</param>
    /// <param name="cancellationToken">The token that ends the processes.</param>
    public static Task RunAsync(IEnumerable<string> files, Func<IReadOnlyList<PesterRecord>, Task> publish, CancellationToken cancellationToken)
    {
        var queue = new ConcurrentQueue<string>(files);
        return Task.WhenAll(Enumerable.Range(0, Math.Min(Environment.ProcessorCount, queue.Count)).Select(async _ =>
        {
            while (!queue.IsEmpty)
            {
                await using PesterWorker worker = Start();
                while (!worker.HasEnded && queue.TryDequeue(out string? file))
                {
                    await publish(await worker.AskAsync(PathOf(file), list: false, cancellationToken));
                }
            }
        }));
    }

    private static PesterWorker Start() => new(Built("PowerShell"), Built("PesterModule"));

    private static string Built(string key) =>
        typeof(PesterRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
