using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Faults;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>The results of a list, a creation and an LOA in the Desktop build with each fault. A creation must not be sent twice.</summary>
internal static class FaultChecks
{
    private const string Token = "c4nary-t0ken-Zx81Qw_55aLmN";

    // The faults that concern the timeout wait for it in real time.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private static readonly CniCall Call = new(SampleApi.AccountId);

    private static readonly Dictionary<string, Func<CniHttpClient, Stream, Task>> Requests = new()
    {
        ["list slots"] = (client, _) => client.For(Call).ListSlotsAsync(new CniSlotFilter(), new CniPageRequest(), CancellationToken.None),
        ["create interconnect"] = (client, _) =>
            client.For(Call).CreateInterconnectAsync(new CniPhysicalInterconnectCreation(new Guid(SampleApi.SlotId)), CancellationToken.None),
        ["LOA"] = (client, file) => client.For(Call).DownloadLoaAsync(SampleApi.InterconnectName, null, file, CancellationToken.None),
    };

    public static async Task RunAsync(Report report)
    {
        foreach (ApiOperation operation in SampleApi.Operations.Where(operation => Requests.ContainsKey(operation.Name)))
        {
            foreach (Fault fault in Faults.All.Where(fault => fault.Befalls(operation) && IsForOneTry(fault)))
            {
                await report.CheckAsync($"{operation.Name}: {fault.Name}", () => CheckAsync(operation, fault));
            }
        }
    }

    // The tests in the engine cover retries, further pages and kept-alive connections.
    private static bool IsForOneTry(Fault fault) => fault.Strikes is null && fault.Pages == 1;

    private static async Task CheckAsync(ApiOperation operation, Fault fault)
    {
        var context = new FaultContext { AwaitReader = () => Task.CompletedTask, Hang = () => { }, Now = () => DateTimeOffset.UtcNow };
        using var server = new FaultyServer(operation, fault, applies: false, context);
        if (fault.NeverSent && !fault.IsTls)
        {
            server.Refuse();
        }

        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = new Uri(server.BaseUri),
            Credential = CniCredential.FromToken(Token),
            // Retries are enabled, so a retry of a creation would be detected.
            MaximumRetryCount = operation.Creates && !fault.NeverSent ? Fault.Retries : 0,
            Timeout = fault.TimesOut ? Short : Long,
        });
        using var file = new MemoryStream();
        CniApiException? failure = null;
        try
        {
            await Requests[operation.Name](client, file);
        }
        catch (CniApiException exception)
        {
            failure = exception;
        }

        Expect.Equal(fault.DesktopKind ?? fault.KindFor(operation), failure?.Kind);
        Expect.Equal(fault.NeverSent ? 0 : 1, server.Requests);
        Expect.Equal(0, server.Strays);
        Expect.True(failure?.ToString().Contains(Token) is not true, "the token is in the exception");
        if (operation.Creates && fault.DesktopKind is null)
        {
            Expect.Equal(fault.IsLost, failure!.MayHaveHappened);
            Expect.Equal(fault.NeverSent, failure.NeverSent);
        }
    }
}
