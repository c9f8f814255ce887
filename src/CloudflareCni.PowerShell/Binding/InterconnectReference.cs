using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Names an interconnect: by its name, or as the object itself.</summary>
public sealed class InterconnectReference : ResourceReference
{
    private WildcardPattern? _pattern;

    /// <summary>Names an interconnect.</summary>
    /// <param name="name">The name.</param>
    public InterconnectReference(string name)
    {
        Name = name;
        IsPattern = WildcardPattern.ContainsWildcardCharacters(name);
    }

    internal InterconnectReference(string name, ReferenceOrigin? origin)
        : this(name)
    {
        IsPattern = false;
        Origin = origin;
    }

    internal InterconnectReference(CniInterconnect interconnect)
        : this(interconnect.Name, ReferenceOrigin.Of(interconnect)) => Interconnect = interconnect;

    /// <summary>Every interconnect.</summary>
    internal static InterconnectReference All { get; } = new("*");

    /// <summary>The name as it was given.</summary>
    public string Name { get; }

    /// <summary>Whether the name was typed with wildcards. The name of an object is never a pattern, whatever characters it has.</summary>
    internal bool IsPattern { get; }

    /// <summary>The object itself, when it was given; null when only its name was.</summary>
    internal CniInterconnect? Interconnect { get; }

    /// <summary>The interconnect of a CNI, by its exact name.</summary>
    /// <param name="cni">The CNI.</param>
    /// <returns>The reference.</returns>
    internal static InterconnectReference Of(CloudflareCni.Cni cni) => new(cni.Interconnect, ReferenceOrigin.Of(cni));

    /// <summary>Whether an interconnect's name fits the wildcards, whatever its case.</summary>
    internal bool Matches(string interconnectName) =>
        (_pattern ??= WildcardPattern.Get(Name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).IsMatch(interconnectName);

    /// <summary>The name as it was given.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;
}
