using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>The .NET Framework gives a server two connections unless told otherwise.</summary>
internal static class ParallelChecks
{
    private const int Together = 8;

    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    public static Task RunAsync(Report report) => report.CheckAsync($"{Together} requests in flight at a time", async () =>
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var all = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var baseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/client/v4");
        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = baseAddress,
            Credential = new CniTokenCredential("practice"),
            MaximumRetryCount = 0,
            Timeout = LongEnough,
        });
        int arrived = 0;
        _ = ServeAsync(listener, async () =>
        {
            if (Interlocked.Increment(ref arrived) == Together)
            {
                all.SetResult(true);
            }

            await all.Task;
        });
        try
        {
            var call = new CniCall("5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20");
            IEnumerable<Task<CniSettings>> requests = Enumerable.Range(0, Together).Select(_ => client.GetSettingsAsync(call, CancellationToken.None));
            CniSettings[] answers = await Task.WhenAll(requests);
            Expect.True(answers.All(answer => answer.DefaultAsn == 64512), "an answer went astray");

            // Neither Mono nor a loopback address on .NET Framework would hold them back: the host's limit tells what another server would get.
            int limit = ServicePointManager.FindServicePoint(baseAddress).ConnectionLimit;
            Expect.True(limit >= Together, $"the host's limit of connections is {limit}");
        }
        catch (CniApiException exception)
        {
            throw new InvalidOperationException($"only {arrived} of {Together} requests arrived while none was answered", exception);
        }
        finally
        {
            all.TrySetResult(true);
            listener.Stop();
        }
    });

    private static async Task ServeAsync(TcpListener listener, Func<Task> hold)
    {
        while (true)
        {
            TcpClient connection;
            try
            {
                connection = await listener.AcceptTcpClientAsync();
            }
            catch (Exception exception) when (exception is ObjectDisposedException or SocketException or InvalidOperationException)
            {
                return;
            }

            _ = AnswerAsync(connection, hold);
        }
    }

    private static async Task AnswerAsync(TcpClient connection, Func<Task> hold)
    {
        using (connection)
        using (var reader = new StreamReader(connection.GetStream(), Encoding.ASCII))
        {
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }

            await hold();
            const string Body = "{\"default_asn\":64512}";
            byte[] answer = Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n{Body}");
            await connection.GetStream().WriteAsync(answer, 0, answer.Length);
        }
    }
}
