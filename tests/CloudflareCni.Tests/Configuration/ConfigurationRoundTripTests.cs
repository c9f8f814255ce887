using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Configuration;
using CloudflareCni.Tests.Properties;
using CsCheck;
using Xunit;

namespace CloudflareCni.Tests.Configurations;

/// <summary>What is exported, copied and exported again is the same file.</summary>
[Trait("Tier", "Slow")]
public sealed class ConfigurationRoundTripTests
{
    [Fact]
    public Task A_copy_exports_the_bytes_that_it_was_made_of() => Gen.Int[0, int.MaxValue - 1].SampleAsync(
        async seed =>
        {
            ConfigurationDocument world = new RandomWorlds(seed).Next().Document;
            byte[] file = ConfigurationJson.Write(world.ToPlain(includesKeys: true));
            byte[] without = ConfigurationJson.Write(world.ToPlain(includesKeys: false));
            using var copy = new ConfigurationCopy(file);
            using var copyWithout = new ConfigurationCopy(without);

            Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(await copy.ExportAsync(includesKeys: true)));
            Assert.Equal(Encoding.UTF8.GetString(without), Encoding.UTF8.GetString(await copy.ExportAsync()));
            Assert.Equal(Encoding.UTF8.GetString(without), Encoding.UTF8.GetString(await copyWithout.ExportAsync()));
        },
        iter: Cases.Count(40, 1_000),
        threads: 1);

    [Fact]
    public void What_is_exported_is_read_without_an_error_and_differs_in_nothing() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            ConfigurationDocument world = new RandomWorlds(seed).Next().Document;
            ConfigurationDocument read = ConfigurationReader.Read(ConfigurationJson.Read(ConfigurationJson.Write(world.ToPlain(includesKeys: true)), out _)!);

            Assert.DoesNotContain(read.Findings, finding => finding.Severity == CniConfigurationSeverity.Error);
            Assert.Empty(ConfigurationPlanner.Plan(read, world, prunes: true).Differences);
            Assert.Empty(ConfigurationPlanner.Plan(world, read, prunes: true).Differences);
        },
        iter: Cases.Count(100, 1_000));

    [Fact]
    public void A_plan_settles_everything_and_takes_nothing_before_it_is_free() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            var worlds = new RandomWorlds(seed);
            RandomWorld before = worlds.Next();
            ConfigurationDocument wanted = worlds.After(before).Document;

            ConfigurationPlan plan = ConfigurationPlanner.Plan(wanted, before.Document, prunes: true);

            Assert.DoesNotContain(plan.Differences, difference => difference.IsBlocked);
            Assert.Equal(plan.Differences.Where(difference => difference.Action != CniConfigurationAction.None).ToHashSet(), plan.Steps.SelectMany(step => step.Differences).ToHashSet());
        },
        iter: Cases.Count(100, 1_000));
}
