using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Names an interconnect: by its name, or as the object itself.</summary>
/// <remarks>
/// The public constructors are how the engine converts: mocks and proxy functions have the parameters' types, but not their attributes. References
/// compare by name alone and ignore case, as PowerShell's <c>-eq</c> does, so that one equals its text.
/// </remarks>
public sealed class InterconnectReference : ResourceReference
{
    private const string What = "an interconnect";

    private static readonly (string Model, string Column)[] Copies =
        [(nameof(CniInterconnect), nameof(CniInterconnect.Name)), (nameof(CniInterconnectStatus), nameof(CniInterconnectStatus.Interconnect))];

    private readonly NamePattern? _pattern;

    /// <summary>Names an interconnect.</summary>
    /// <param name="name">The name. White space around it is ignored.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public InterconnectReference(string name)
    {
        Name = ReferenceText.Trim(name, What);
        _pattern = new NamePattern(nameof(Name), Name);
    }

    /// <summary>Names an interconnect by the object itself.</summary>
    /// <param name="interconnect">The interconnect.</param>
    public InterconnectReference(CniInterconnect interconnect)
        : this(interconnect.Name, ReferenceOrigin.Of(interconnect)) => Interconnect = interconnect;

    /// <summary>Names an interconnect by its circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    public InterconnectReference(CniCircuit circuit)
        : this(circuit.Interconnect) => Circuit = circuit;

    /// <summary>Names an interconnect by its status.</summary>
    /// <param name="status">The status.</param>
    public InterconnectReference(CniInterconnectStatus status)
        : this(status.Interconnect, ReferenceOrigin.Of(status))
    {
    }

    /// <summary>Names an interconnect by a row with a Name or Interconnect column, or by the copy of an interconnect or its status.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">The row doesn't name an interconnect.</exception>
    public InterconnectReference(PSObject row)
        : this(Row.Identity(row, ["Name", "Interconnect"], Copies)?.Text ?? throw ReferenceText.NotNamed(What), ReferenceOrigin.OfRow(row))
    {
    }

    // The name of an object is exact.
    private InterconnectReference(string name, ReferenceOrigin? origin)
    {
        Name = name;
        Origin = origin;
    }

    /// <summary>Every interconnect.</summary>
    internal static InterconnectReference All { get; } = new("*");

    /// <summary>The name as it was given.</summary>
    public string Name { get; }

    /// <summary>Whether the name was typed with wildcards. The name of an object is never a pattern, whatever characters it has.</summary>
    internal bool IsPattern => _pattern is { HasWildcards: true };

    /// <summary>The object itself, when it was given; null when only its name was.</summary>
    internal CniInterconnect? Interconnect { get; }

    /// <summary>The circuit, when one was given; null otherwise.</summary>
    internal CniCircuit? Circuit { get; }

    /// <summary>The interconnect of a CNI, by its exact name.</summary>
    /// <param name="cni">The CNI.</param>
    /// <returns>The reference.</returns>
    internal static InterconnectReference Of(CloudflareCni.Cni cni) => new(cni.Interconnect, ReferenceOrigin.Of(cni));

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns of a row of unknown origin that hold the name.</param>
    /// <returns>The reference; null when the row doesn't name an interconnect.</returns>
    internal static InterconnectReference? FromRow(PSObject row, string[] columns) =>
        Row.Identity(row, columns, Copies) is { } found ? new InterconnectReference(found.Text, ReferenceOrigin.OfRow(row)) : null;

    /// <summary>Checks that a pattern can be read.</summary>
    /// <exception cref="CniArgumentException">It can't.</exception>
    internal void CheckPattern() => _pattern?.Check();

    /// <summary>Whether an interconnect's name fits: the wildcards, whatever its case, or else the exact name.</summary>
    internal bool Matches(string interconnectName) => IsPattern ? _pattern!.Matches(interconnectName) : Name.Equals(interconnectName, StringComparison.Ordinal);

    /// <summary>Determines whether another reference has the same name, ignoring case.</summary>
    /// <param name="obj">The other reference.</param>
    /// <returns><c>true</c> if it has; otherwise, <c>false</c>.</returns>
    public override bool Equals(object? obj) => obj is InterconnectReference other && Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets a hash code that ignores case.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <summary>The name as it was given.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;
}
