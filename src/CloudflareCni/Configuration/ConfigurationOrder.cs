using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>Puts steps in order: by their rank, but what frees a name or a prefix comes before what needs it.</summary>
internal static class ConfigurationOrder
{
    /// <summary>Orders steps.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="circle">The steps that can't be ordered, each with the step that has what it needs.</param>
    /// <returns>The other steps, in order.</returns>
    public static IReadOnlyList<ConfigurationStep> Sort(IReadOnlyList<ConfigurationStep> steps, out IReadOnlyList<(ConfigurationStep Step, ConfigurationStep Holder)> circle)
    {
        var waitsFor = new Dictionary<ConfigurationStep, HashSet<ConfigurationStep>>();
        List<(ConfigurationStep Step, IpPrefix Link)> freeing = steps.Where(step => step.FreedLink is not null).Select(step => (step, step.FreedLink!.Value)).ToList();
        ILookup<string, ConfigurationStep> freeingName = steps
            .Where(step => step.Action == CniConfigurationAction.Remove && step.Current is Cni)
            .ToLookup(step => ((Cni)step.Current!).ConduitName);
        foreach (ConfigurationStep step in steps)
        {
            var before = new HashSet<ConfigurationStep>(
                step.NeededLink is { } link ? freeing.Where(other => other.Step != step && Overlap(link, other.Link)).Select(other => other.Step) : []);
            if (step.Action == CniConfigurationAction.Create)
            {
                before.UnionWith(freeingName[step.Expected!.ConduitName]);
            }

            waitsFor[step] = before;
            step.Prerequisites = [.. before];
        }

        ILookup<ConfigurationStep, ConfigurationStep> waiting = waitsFor.SelectMany(one => one.Value, (one, before) => (before, one.Key)).ToLookup(pair => pair.before, pair => pair.Key);
        var ready = new SortedSet<(int Rank, int Number)>();
        Dictionary<ConfigurationStep, int> numbers = steps.Select((step, number) => (step, number)).ToDictionary(one => one.step, one => one.number);
        foreach (ConfigurationStep step in steps.Where(step => waitsFor[step].Count == 0))
        {
            MakeReady(step);
        }

        var ordered = new List<ConfigurationStep>();
        while (ready.Count > 0)
        {
            (int Rank, int Number) first = ready.Min;
            ready.Remove(first);
            ConfigurationStep done = steps[first.Number];
            ordered.Add(done);
            foreach (ConfigurationStep next in waiting[done])
            {
                waitsFor[next].Remove(done);
                if (waitsFor[next].Count == 0)
                {
                    MakeReady(next);
                }
            }
        }

        circle = steps.Where(step => waitsFor[step].Count > 0).Select(step => (step, waitsFor[step].First())).ToList();
        return ordered;

        void MakeReady(ConfigurationStep step) => ready.Add((
            step.Action == CniConfigurationAction.Remove && waiting[step].Any() ? ConfigurationStep.NeededRemovalRank : step.Rank, numbers[step]));
    }

    private static bool Overlap(IpPrefix one, IpPrefix other)
    {
        int length = System.Math.Min(one.Length, other.Length);
        return one.WithLength(length).Network == other.WithLength(length).Network;
    }
}
