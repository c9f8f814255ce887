using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>Many operations from several runspaces through a proxy that breaks one request in ten. Every object exists exactly once, in its latest state.</summary>
[Collection(LoadCollection.Name)]
[Trait("Tier", "Slow")]
public sealed class SoakTests
{
    private const int Workers = 8;
    private const int SlotsOfAWorker = 3;
    private const string All = "Get-CniInterconnect -PageSize 1000; Get-Cni -PageSize 1000";

    private static readonly int Operations = Setting("CNI_SOAK_OPERATIONS", 480);
    private static readonly int Seed = Setting("CNI_SOAK_SEED", 13335);

    [Fact]
    public async Task No_operation_is_lost_or_done_twice()
    {
        using var direct = new Session(connectSandbox: false);
        int port = direct.Must(
            "($box = Start-CniSandbox -SlotCount 200).Port; $null = Connect-Cni -BaseUri $box.BaseUri -ApiToken $args[0] -AccountId $args[1]",
            Secret.Of("practice"),
            SandboxSamples.Account).One<int>();
        string[] before = Shown(direct.Must(All));
        Guid[][] slots = [.. direct.FreeSlots(Workers * SlotsOfAWorker).Select(slot => slot.Id).Chunk(SlotsOfAWorker)];
        using var proxy = new FaultyProxy(port, Seed);
        SoakWorker[] workers = [.. slots.Select((mine, number) => new SoakWorker(number, Seed, proxy, mine))];
        try
        {
            var watch = Stopwatch.StartNew();
            await WorkAsync(workers);
            SoakReport.Write(Seed, watch.Elapsed, workers, [.. proxy.Lanes]);

            IEnumerable<object> owned = workers.SelectMany(worker => worker.Model.Lines.Concat<object>(worker.Model.Conduits));
            Assert.Equal([.. before.Concat(owned.Select(one => one.ToString()!)).Order(StringComparer.Ordinal)], Shown(direct.Must(All)));
            Assert.Equal(workers.Sum(worker => worker.Model.Created), proxy.Lanes.Sum(lane => lane.PostsApplied));
            Assert.Equal(Operations, workers.Sum(worker => worker.Tally.Operations.Values.Sum()));
            Assert.True(workers.Sum(worker => worker.Tally.Recovered) > 0, "No answer of a creation was lost: the soak proves nothing.");
        }
        finally
        {
            Assert.All(workers, worker => worker.Dispose());
            direct.Must("Stop-CniSandbox $box");
        }
    }

    // One thread each, because blocked pool threads would delay the proxy.
    private static async Task WorkAsync(SoakWorker[] workers)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task[] work = [.. workers.Select((worker, number) => Task.Factory.StartNew(
            () =>
            {
                try
                {
                    worker.Work(Operations * (number + 1) / Workers - Operations * number / Workers, failed.Token);
                }
                catch
                {
                    failed.Cancel();
                    throw;
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromHours(2), CancellationToken.None);
    }

    private static string[] Shown(RunResult result) => [.. result.Output
        .Select(item => item.BaseObject is Cni cni ? Conduit.Of(cni).ToString() : Line.Of((CniInterconnect)item.BaseObject).ToString())
        .Order(StringComparer.Ordinal)];

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
