using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Reports.Tests.Lab;

/// <summary>A script in Node that answers requests until the tests end. Then its input ends, and so does the script.</summary>
internal sealed class NodeServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string _script;
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly Lock _turn = new();

    /// <summary>Initializes a new instance of the <see cref="NodeServer"/> class, and starts the script.</summary>
    /// <param name="node">The path of Node.</param>
    /// <param name="script">The path of the script.</param>
    public NodeServer(string node, string script)
    {
        _script = script;
        _process = Process.Start(new ProcessStartInfo(node, [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="request">The request.</param>
    public T Ask<T>(object request)
    {
        lock (_turn)
        {
            try
            {
                _process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
                _process.StandardInput.Flush();
            }
            catch (IOException)
            {
                // The script has ended. What it wrote says why.
            }

            Task<string?> read = _process.StandardOutput.ReadLineAsync();
            if (!read.Wait(Patience))
            {
                _process.Kill(entireProcessTree: true);
                Assert.Fail($"{_script} didn't answer in time.");
            }

            if (read.Result is not { } line)
            {
                // Its errors end only with the script.
                throw new InvalidOperationException($"{_script} ended: {_errors.GetAwaiter().GetResult()}");
            }

            Answer<T> answer = JsonSerializer.Deserialize<Answer<T>>(line, JsonSerializerOptions.Web)!;
            Assert.True(answer.Error is null, $"{_script}: {answer.Error}");
            return answer.Result!;
        }
    }

    private sealed record Answer<T>(T? Result, string? Error);
}
