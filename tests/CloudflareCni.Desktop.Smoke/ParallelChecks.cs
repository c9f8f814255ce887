using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>By default, .NET Framework opens only two connections to a server.</summary>
internal static class ParallelChecks
{
    private const int Together = 8;

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    public static Task RunAsync(Report report) => report.CheckAsync($"{Together} requests in flight at the same time", async () =>
    {
        var all = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        int arrived = 0;
        using ScriptedServer server = ScriptedServer.Start(async exchange =>
        {
            if (Interlocked.Increment(ref arrived) == Together)
            {
                all.SetResult(true);
            }

            await exchange.WaitAsync(all.Task);
            await exchange.SendAsync(ScriptedAnswer.Json("{\"default_asn\":64512}"));
        });
        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = server.BaseAddress,
            Credential = CniCredential.FromToken("practice"),
            MaximumRetryCount = 0,
            Timeout = LongEnough,
        });
        try
        {
            var call = new CniCall("5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20");
            IEnumerable<Task<CniSettings>> requests = Enumerable.Range(0, Together).Select(_ => client.For(call).GetSettingsAsync(CancellationToken.None));
            CniSettings[] answers = await Task.WhenAll(requests);
            Expect.True(answers.All(answer => answer.DefaultAsn == 64512), "a response was wrong");

            // Mono and loopback addresses on .NET Framework aren't limited, so the limit of the host shows what applies to other servers.
            int limit = ServicePointManager.FindServicePoint(server.BaseAddress).ConnectionLimit;
            Expect.True(limit >= Together, $"the connection limit of the host is {limit}");
        }
        catch (CniApiException exception)
        {
            throw new InvalidOperationException($"only {arrived} of {Together} requests arrived while none was answered", exception);
        }
    });
}
