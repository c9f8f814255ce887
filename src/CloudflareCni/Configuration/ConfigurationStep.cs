using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Circuits;

namespace CloudflareCni.Configuration;

/// <summary>One thing that Import-CniConfiguration does, to one object.</summary>
internal sealed class ConfigurationStep
{
    /// <summary>Gets what is done.</summary>
    public required CniConfigurationAction Action { get; init; }

    /// <summary>Gets the object's name for questions and errors, such as <c>CNI lab on fra03-fr5-1</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Gets the object as the file has it; null for one that is removed.</summary>
    public ConfigurationObject? Expected { get; init; }

    /// <summary>Gets the object as the account has it; null for one that is created.</summary>
    public CniModel? Current { get; init; }

    /// <summary>Gets the differences that the step settles.</summary>
    public required IReadOnlyList<CniConfigurationDifference> Differences { get; init; }

    /// <summary>Gets or sets the steps that free what this one needs: a conduit name or a prefix.</summary>
    public IReadOnlyList<ConfigurationStep> Prerequisites { get; set; } = [];

    /// <summary>Gets a value indicating whether the change was made.</summary>
    public bool IsApplied => Differences.All(difference => difference.Applied);

    /// <summary>Gets a value indicating whether a new CNI is on an interconnect that doesn't exist yet.</summary>
    public bool NeedsInterconnect { get; init; }

    /// <summary>Gets a value indicating whether the step sets up a BGP session where there was none.</summary>
    public bool SetsUpBgp => Expected is not null && Shape == ConfigurationShape.Cni && Expected["bgp"] is not null && (Current as Cni)?.Bgp is null;

    /// <summary>Gets the step in the order of the steps: settings, interconnects, CNIs that exist, new CNIs, and removals last.</summary>
    public int Rank => (Action, Shape) switch
    {
        (CniConfigurationAction.Change, _) when Shape == ConfigurationShape.Settings => 0,
        (CniConfigurationAction.Order, _) => 1,
        (CniConfigurationAction.Change, _) => 2,
        (CniConfigurationAction.Create, _) => NeededLink is null ? 4 : 3,
        _ => Shape == ConfigurationShape.Cni ? 6 : 7,
    };

    /// <summary>The rank of a removal that another step waits for: just before the other removals.</summary>
    public const int NeededRemovalRank = 5;

    /// <summary>Gets the prefix that the step needs to be free; null if it needs none.</summary>
    public IpPrefix? NeededLink => Shape == ConfigurationShape.Cni && Expected is not null && Differences.Any(IsAddress)
        ? LinkOf(Expected.Text("cust_ip")) ?? LinkOf(Expected.Text("p2p_ip"))
        : null;

    /// <summary>Gets the prefix that is free after the step; null if it frees none.</summary>
    public IpPrefix? FreedLink => Current is Cni cni && (Action == CniConfigurationAction.Remove || Differences.Any(IsAddress)) ? LinkPrefixes.NetworkOf(cni) : null;

    /// <summary>Gets what the step changes, field by field, for questions.</summary>
    public string Changes => string.Join(", ", Differences.Select(difference => difference.Change));

    private ConfigurationShape Shape => Expected?.Shape ?? (Current is Cni ? ConfigurationShape.Cni : ConfigurationShape.Interconnect);

    private static bool IsAddress(CniConfigurationDifference difference) => difference.Field is "cust_ip" or "p2p_ip";

    private static IpPrefix? LinkOf(string text) => IpPrefix.TryParse(text, out IpPrefix address) ? address.Network : null;
}
