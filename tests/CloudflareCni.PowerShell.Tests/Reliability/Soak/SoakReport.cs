using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CloudflareCni.PowerShell.Tests.Engine;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>The figures of a soak test.</summary>
internal static class SoakReport
{
    /// <summary>Writes <c>artifacts/soak.md</c>.</summary>
    public static void Write(int seed, TimeSpan time, IReadOnlyList<SoakWorker> workers, IReadOnlyList<FaultLane> lanes)
    {
        SoakTally[] tallies = [.. workers.Select(worker => worker.Tally)];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Exactly-once soak\n\nSeed {seed}, {workers.Count} runspaces, {time.TotalSeconds:0} s.\n");
        Table(text, "outcome",
        [
            ("operations", tallies.Sum(tally => tally.Operations.Values.Sum())),
            ("requests at the proxy", lanes.Sum(lane => lane.Requests)),
            ("requests that a fault befell", lanes.Sum(lane => lane.Requests - lane.Faults.GetValueOrDefault(SoakFault.None))),
            ("POST requests", lanes.Sum(lane => lane.Posts)),
            ("POST requests that the sandbox applied", lanes.Sum(lane => lane.PostsApplied)),
            ("objects created", workers.Sum(worker => worker.Model.Created)),
            ("of these, found by the cmdlet after a lost answer (a warning)", tallies.Sum(tally => tally.Recovered)),
            ("creations that ended in CniOutcomeUnknown", tallies.Sum(tally => tally.Unknown)),
            ("of these, created", tallies.Sum(tally => tally.UnknownAndThere)),
            ("changes and removals that ended in an error", tallies.Sum(tally => tally.ChangesFailed)),
            ("of these, done", tallies.Sum(tally => tally.ChangesFailedAndDone)),
            ("objects at the end", workers.Sum(worker => worker.Model.Lines.Count + worker.Model.Conduits.Count)),
        ]);
        Table(text, "fault", Sum(lanes.Select(lane => lane.Faults)).Where(pair => pair.Name != nameof(SoakFault.None)));
        Table(text, "operation", Sum(tallies.Select(tally => tally.Operations)));
        Table(text, "error", Sum(tallies.Select(tally => tally.Errors)));
        File.WriteAllText(Path.Combine(BuiltModule.Repository, "artifacts", "soak.md"), text.ToString());
    }

    private static void Table(StringBuilder text, string name, IEnumerable<(string Name, int Count)> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n| {name} | count |\n|---|---:|\n");
        foreach ((string row, int count) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row} | {count} |\n");
        }
    }

    private static IEnumerable<(string Name, int Count)> Sum<TKey>(IEnumerable<Dictionary<TKey, int>> counts)
        where TKey : notnull =>
        counts.SelectMany(one => one).GroupBy(pair => pair.Key, pair => pair.Value).OrderBy(group => group.Key).Select(group => (group.Key.ToString()!, group.Sum()));
}
