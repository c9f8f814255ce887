using System;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.Configuration;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.PowerShell.Tests.Reliability.Soak;
using CloudflareCni.Tests.Configurations;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Configurations;

/// <summary>One account becomes another: at once, through faults, and interrupted anywhere.</summary>
[Collection(LoadCollection.Name)]
[Trait("Tier", "Slow")]
public sealed class ConvergenceTests
{
    private const string Import = "Import-CniConfiguration $args[0] -AllowOrder -Prune -Force -Confirm:$false -WarningAction SilentlyContinue";

    // What a fault may be to a command. Of these, none says what is done and what isn't.
    private static readonly string[] Passing =
        ["CniConnectionFailed", "CniTimeout", "CniServerError", "CniRateLimited", "CniInvalidResponse", "CniOutcomeUnknown", "CniInterconnectInUse", "CniNotFound"];

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("CNI_FULL_RUN") == "1";

    [Fact]
    public void One_account_becomes_another_and_a_second_import_changes_nothing()
    {
        using var session = new Session(connectSandbox: false);
        using var folder = new TemporaryFolder();
        for (int seed = 1; seed <= (IsFull ? 1_000 : 25); seed++)
        {
            var worlds = new RandomWorlds(seed);
            RandomWorld before = worlds.Next();
            RandomWorld after = worlds.After(before);
            string[] keys = [.. after.Interconnects.Where(one => one.Name.StartsWith("new-", StringComparison.Ordinal)).Select(one => one.Region).OfType<string>().Select(RandomWorlds.PairingKey)];
            session.Must("$null = Connect-Cni -Sandbox -ConfigurationPath $args[0]", folder.Write("before.json", before));
            string wanted = folder.Write("after.json", after);

            RunResult result = session.Run(Import + (keys.Length > 0 ? " -PairingKey $args[1]" : ""), wanted, keys);

            Assert.True(result.AllErrors.Count == 0, $"Seed {seed}: {string.Join("; ", result.AllErrors)}");
            RunResult compared = session.Must("Compare-CniConfiguration $args[0]", wanted);
            Assert.True(compared.Output.Count == 0, $"Seed {seed}: {string.Join("; ", compared.Output)}");
            RunResult again = session.Must(Import + " -Verbose", wanted);
            Assert.All(again.Requests(), request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task It_does_so_through_faults_and_killed_anywhere_and_creates_nothing_twice()
    {
        int killed = 0;
        for (int seed = 1; seed <= (IsFull ? 1_000 : 6); seed++)
        {
            killed += await ConvergeAsync(seed);
        }

        Assert.True(killed > 0, "No import was killed: the test proves nothing.");
    }

    private static async Task<int> ConvergeAsync(int seed)
    {
        using var folder = new TemporaryFolder();
        using var direct = new Session(connectSandbox: false);
        int port = direct.Must(
            "($box = Start-CniSandbox).Port; $null = Connect-Cni -BaseUri $box.BaseUri -ApiToken $args[0] -AccountId $args[1]", Secret.Of("practice"), SandboxSamples.Account).One<int>();
        try
        {
            var worlds = new RandomWorlds(seed, direct.FreeSlots(12));

            // After a lost answer, the API doesn't tell which interconnect came of a pairing key: a person decides. So there are none here.
            RandomWorld before = worlds.Next(withGcpPartners: false);
            RandomWorld after = worlds.After(before, withGcpPartners: false);
            string wanted = folder.Write("after.json", after);
            direct.Must(Import, folder.Write("before.json", before));

            using var proxy = new FaultyProxy(port, seed);
            int kills = await ImportThroughAsync(proxy, seed, wanted);

            RunResult compared = direct.Must("Compare-CniConfiguration $args[0]", wanted);
            Assert.True(compared.Output.Count == 0, $"Seed {seed}: {string.Join("; ", compared.Output)}");
            Assert.Equal(ObjectsToCreate(before, after), proxy.Lanes.Sum(lane => lane.PostsApplied));
            return kills;
        }
        finally
        {
            direct.Must("Stop-CniSandbox $box");
        }
    }

    private static async Task<int> ImportThroughAsync(FaultyProxy proxy, int seed, string wanted)
    {
        const string Token = "convergence";
        using var session = new Session(connectSandbox: false);
        FaultLane lane = proxy.LaneOf(Token);
        object connection = session.Must(
            "Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId $args[2] -MaximumRetryCount 1", proxy.BaseUri, Secret.Of(Token), SandboxSamples.Account).Output.Single().BaseObject;
        ConnectionClock.Set(connection, lane.Clock);
        var dice = new Random(seed);
        int killed = 0;
        for (int i = 0; i < 200; i++)
        {
            int last = lane.Requests + dice.Next(3, 25);
            using RunningScript script = session.Start(Import, wanted);
            while (!script.Ended.IsCompleted && (i % 2 == 1 || lane.Requests < last))
            {
                await Task.WhenAny(script.Ended, Task.Delay(1, TestContext.Current.CancellationToken));
            }

            if (!script.Ended.IsCompleted)
            {
                killed++;
                await script.StopAsync().Soon();
                continue;
            }

            string[] ids = [.. script.Streams.Error.Select(error => error.FullyQualifiedErrorId.Split(',')[0])];
            if (script.Ended.IsFaulted)
            {
                var error = Assert.IsAssignableFrom<System.Management.Automation.RuntimeException>(script.Ended.Exception!.InnerException);
                ids = [.. ids, error.ErrorRecord.FullyQualifiedErrorId.Split(',')[0]];
            }

            Assert.True(ids.All(id => Passing.Contains(id)), $"Seed {seed}: {string.Join("; ", script.Streams.Error)} {script.Ended.Exception?.InnerException?.Message}");
            if (ids.Length == 0)
            {
                return killed;
            }
        }

        throw new InvalidOperationException($"Seed {seed}: 200 imports, and none finished.");
    }

    private static int ObjectsToCreate(RandomWorld before, RandomWorld after)
    {
        ConfigurationPlan plan = ConfigurationPlanner.Plan(after.Document, before.Document, prunes: true);
        return plan.Steps.Count(step => step.Action is CniConfigurationAction.Order or CniConfigurationAction.Create);
    }
}
