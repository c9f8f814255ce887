using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Pester;

/// <summary>A PowerShell process that runs one file after another. To start PowerShell and Pester takes longer than most files.</summary>
internal sealed class PesterWorker : IAsyncDisposable
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Invoke-PesterTest.ps1");

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly StringBuilder _output = new();

    /// <summary>Initializes a new instance of the <see cref="PesterWorker"/> class, and starts its process.</summary>
    /// <param name="pwsh">The path of pwsh.dll.</param>
    /// <param name="pester">The path of Pester's manifest.</param>
    public PesterWorker(string pwsh, string pester)
    {
        // Short, because it is part of the path of a socket on Linux and macOS.
        string name = $"cni-{Guid.NewGuid():N}"[..16];
        _pipe = new NamedPipeServerStream(name, PipeDirection.InOut, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        _process = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [pwsh, "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", Script, "-Pester", pester, "-PipeName", name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        // PowerShell processes that a test starts inherit the input, and would wait for its end.
        _process.StandardInput.Close();
    }

    /// <summary>Gets a value that indicates whether the process has ended, so that another one must run the next file.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Runs the tests of a file, or lists the tests of a folder.</summary>
    /// <param name="path">The path of the file or folder.</param>
    /// <param name="list"><c>true</c> to list the tests; <c>false</c> to run them.</param>
    /// <param name="cancellationToken">The token that ends the wait.</param>
    /// <returns>A record for each test. The list is never empty, because a file without results has failed.</returns>
    public async Task<IReadOnlyList<PesterRecord>> AskAsync(string path, bool list, CancellationToken cancellationToken)
    {
        string file = list ? "" : Path.GetFileName(path);
        string? line = await ExchangeAsync($"{(list ? "list" : "run")} {path}\n", cancellationToken);
        if (line is null)
        {
            HasEnded = true;
            await _process.WaitForExitAsync(cancellationToken);
            return [PesterRecord.OfFile(file, $"PowerShell ended with exit code {_process.ExitCode}. It wrote:\n{Written()}")];
        }

        PesterRecord[] records = JsonSerializer.Deserialize<PesterRecord[]>(line)!;
        return records.Length > 0 ? records : [PesterRecord.OfFile(file, "The file has no test.")];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _pipe.DisposeAsync();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    // Returns null if the process ends before it has answered.
    private async Task<string?> ExchangeAsync(string request, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task exit = _process.WaitForExitAsync(ended.Token);
        Task<string?> answer = TalkAsync(request, ended.Token);
        try
        {
            return await Task.WhenAny(exit, answer) == answer ? await answer : null;
        }
        catch (IOException)
        {
            return null;
        }
        finally
        {
            await ended.CancelAsync();
        }
    }

    private async Task<string?> TalkAsync(string request, CancellationToken cancellationToken)
    {
        if (!_pipe.IsConnected)
        {
            await _pipe.WaitForConnectionAsync(cancellationToken);
        }

        await _pipe.WriteAsync(Encoding.UTF8.GetBytes(request), cancellationToken);
        using var reader = new StreamReader(_pipe, leaveOpen: true);
        return await reader.ReadLineAsync(cancellationToken);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }

    private string Written()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }
}
