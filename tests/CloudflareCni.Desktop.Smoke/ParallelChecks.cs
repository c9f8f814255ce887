using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>The .NET Framework gives a server two connections unless told otherwise.</summary>
internal static class ParallelChecks
{
    private const int Together = 8;

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    public static Task RunAsync(Report report) => report.CheckAsync($"{Together} requests in flight at a time", async () =>
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
            Credential = new CniTokenCredential("practice"),
            MaximumRetryCount = 0,
            Timeout = LongEnough,
        });
        try
        {
            var call = new CniCall("5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20");
            IEnumerable<Task<CniSettings>> requests = Enumerable.Range(0, Together).Select(_ => client.For(call).GetSettingsAsync(CancellationToken.None));
            CniSettings[] answers = await Task.WhenAll(requests);
            Expect.True(answers.All(answer => answer.DefaultAsn == 64512), "an answer went astray");

            // Neither Mono nor a loopback address on .NET Framework would hold them back: the host's limit tells what another server would get.
            int limit = ServicePointManager.FindServicePoint(server.BaseAddress).ConnectionLimit;
            Expect.True(limit >= Together, $"the host's limit of connections is {limit}");
        }
        catch (CniApiException exception)
        {
            throw new InvalidOperationException($"only {arrived} of {Together} requests arrived while none was answered", exception);
        }
    });
}
