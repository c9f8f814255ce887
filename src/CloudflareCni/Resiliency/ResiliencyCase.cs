using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>Represents what the rules judge.</summary>
internal sealed class ResiliencyCase
{
    /// <summary>Initializes a new instance of the <see cref="ResiliencyCase"/> class.</summary>
    /// <param name="circuits">The circuits, without those that are lost.</param>
    /// <param name="options">The requirements.</param>
    public ResiliencyCase(IEnumerable<CniCircuit> circuits, ResiliencyOptions options)
    {
        All = circuits.Select(circuit => new ResiliencyLink(circuit)).ToArray();
        Configured = All.Where(link => link.IsConfigured).ToArray();
        Working = Configured.Where(link => link.IsWorking).ToArray();
        ConfiguredTier = ResiliencyTiers.Of(Configured);
        WorkingTier = ResiliencyTiers.Of(Working);
        Tier = options.Tier ?? (WorkingTier < CniResiliencyTier.Maximum ? WorkingTier + 1 : WorkingTier);
        Options = options;
    }

    public ResiliencyOptions Options { get; }

    public IReadOnlyList<ResiliencyLink> All { get; }

    public IReadOnlyList<ResiliencyLink> Configured { get; }

    public IReadOnlyList<ResiliencyLink> Working { get; }

    public CniResiliencyTier ConfiguredTier { get; }

    public CniResiliencyTier WorkingTier { get; }

    /// <summary>Gets the tier that the severities and blockers refer to.</summary>
    public CniResiliencyTier Tier { get; }

    /// <summary>Gets the circuits whose CNIs couldn't be read, so that it isn't known whether they count.</summary>
    public IEnumerable<ResiliencyLink> Unread => All.Where(link => link.Circuit.Cnis is null);

    /// <summary>Gets the circuits with CNIs that aren't healthy.</summary>
    public IEnumerable<ResiliencyLink> Ill => Configured.Where(link => !link.IsWorking);

    /// <summary>Gets the CNIs.</summary>
    public IEnumerable<Cni> Cnis => Configured.SelectMany(link => link.Circuit.Cnis!);

    /// <summary>Gets the reasons why the tier isn't reached.</summary>
    /// <returns>A sentence for each reason.</returns>
    public IEnumerable<string> Blockers()
    {
        if (WorkingTier >= Tier)
        {
            yield break;
        }

        foreach (string missing in ResiliencyTiers.Missing(Tier, Configured))
        {
            yield return missing;
        }

        foreach (ResiliencyLink link in Ill)
        {
            yield return $"{ResiliencyText.Text(link.Name)} {ResiliencyText.State(link.Circuit)}.";
        }

        foreach (ResiliencyLink link in All.Where(link => !link.IsConfigured))
        {
            yield return link.Circuit.Cnis is null
                ? $"The CNIs of {ResiliencyText.Text(link.Name)} couldn't be read, so it doesn't count."
                : $"{ResiliencyText.Text(link.Name)} has no CNI, so it doesn't count.";
        }
    }
}
