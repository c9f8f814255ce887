using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Names an interconnect: by its name, or as the object itself.</summary>
public sealed class InterconnectReference : ICniAccountResource
{
    private WildcardPattern? _pattern;

    /// <summary>Names an interconnect.</summary>
    /// <param name="name">The name.</param>
    public InterconnectReference(string name)
    {
        Name = name;
        IsPattern = WildcardPattern.ContainsWildcardCharacters(name);
    }

    internal InterconnectReference(string name, string? accountId)
        : this(name)
    {
        IsPattern = false;
        AccountId = accountId;
    }

    internal InterconnectReference(CniInterconnect interconnect)
        : this(interconnect.Name, interconnect.AccountId) => Interconnect = interconnect;

    /// <summary>Every interconnect.</summary>
    internal static InterconnectReference All { get; } = new("*");

    /// <summary>The name as it was given.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public string? AccountId { get; }

    /// <inheritdoc/>
    public Uri? BaseUri { get; internal init; }

    /// <summary>Whether the name was typed with wildcards. The name of an object is never a pattern, whatever characters it has.</summary>
    internal bool IsPattern { get; }

    /// <summary>The object itself, when it was given; null when only its name was.</summary>
    internal CniInterconnect? Interconnect { get; }

    /// <summary>Whether an interconnect's name fits the wildcards, whatever its case.</summary>
    internal bool Matches(string interconnectName) =>
        (_pattern ??= WildcardPattern.Get(Name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).IsMatch(interconnectName);

    /// <summary>The name as it was given.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;
}
