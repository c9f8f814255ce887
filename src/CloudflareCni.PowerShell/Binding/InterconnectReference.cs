using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Identifies an interconnect by its name or by the object itself.</summary>
/// <remarks>
/// The engine converts arguments with the public constructors, because mocks and proxy functions have the parameters' types but not their attributes.
/// References are compared by name only and ignore case, like PowerShell's <c>-eq</c>, so a reference equals the text of its name.
/// </remarks>
public sealed class InterconnectReference : ResourceReference
{
    private const string What = "an interconnect";

    private static readonly (string Model, string Column)[] Copies =
        [(nameof(CniInterconnect), nameof(CniInterconnect.Name)), (nameof(CniInterconnectStatus), nameof(CniInterconnectStatus.Interconnect)), (nameof(CniCircuit), nameof(CniCircuit.Name))];

    private readonly NamePattern? _pattern;

    /// <summary>Initializes a new instance of the <see cref="InterconnectReference"/> class with a name.</summary>
    /// <param name="name">The name. Leading and trailing white space is ignored.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public InterconnectReference(string name)
    {
        Name = ReferenceText.Trim(name, What);
        _pattern = new NamePattern(nameof(Name), Name);
    }

    /// <summary>Initializes a new instance of the <see cref="InterconnectReference"/> class with the interconnect itself.</summary>
    /// <param name="interconnect">The interconnect.</param>
    public InterconnectReference(CniInterconnect interconnect)
        : this(interconnect.Name, ReferenceOrigin.Of(interconnect)) => Interconnect = interconnect;

    /// <summary>Initializes a new instance of the <see cref="InterconnectReference"/> class with the circuit of the interconnect.</summary>
    /// <param name="circuit">The circuit.</param>
    public InterconnectReference(CniCircuit circuit)
        : this(circuit.Interconnect) => Circuit = circuit;

    /// <summary>Initializes a new instance of the <see cref="InterconnectReference"/> class with the status of the interconnect.</summary>
    /// <param name="status">The status.</param>
    public InterconnectReference(CniInterconnectStatus status)
        : this(status.Interconnect, ReferenceOrigin.Of(status))
    {
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="InterconnectReference"/> class with a row that has a Name or Interconnect column, or with a copy of an
    /// interconnect or its status.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">The row doesn't identify an interconnect.</exception>
    public InterconnectReference(PSObject row)
        : this(PipelineRow.Identity(row, ["Name", "Interconnect"], Copies)?.Text ?? throw ReferenceText.NotNamed(What), ReferenceOrigin.OfRow(row))
    {
    }

    // The name of an object is never a pattern.
    private InterconnectReference(string name, ReferenceOrigin? origin)
    {
        Name = name;
        Origin = origin;
    }

    /// <summary>Gets a reference that matches all interconnects.</summary>
    internal static InterconnectReference All { get; } = new("*");

    /// <summary>Gets the name as it was specified.</summary>
    public string Name { get; }

    /// <summary>Gets a value that indicates whether the name contains wildcards. The name of an object is never a pattern, even if it contains wildcard characters.</summary>
    internal bool IsPattern => _pattern is { HasWildcards: true };

    /// <summary>Gets the interconnect itself, or <see langword="null"/> if only its name was specified.</summary>
    internal CniInterconnect? Interconnect { get; }

    /// <summary>Gets the circuit, or <see langword="null"/> if none was specified.</summary>
    internal CniCircuit? Circuit { get; }

    /// <summary>Creates a reference to the interconnect of a CNI.</summary>
    /// <param name="cni">The CNI.</param>
    /// <returns>The reference.</returns>
    internal static InterconnectReference Of(CloudflareCni.Cni cni) => new(cni.Interconnect, ReferenceOrigin.Of(cni));

    /// <summary>Creates a reference from a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns that contain the name in a row of unknown origin.</param>
    /// <returns>The reference, or <see langword="null"/> if the row doesn't identify an interconnect.</returns>
    internal static InterconnectReference? FromRow(PSObject row, string[] columns) =>
        PipelineRow.Identity(row, columns, Copies) is { } found ? new InterconnectReference(found.Text, ReferenceOrigin.OfRow(row)) : null;

    /// <summary>Checks that the name is a valid wildcard pattern.</summary>
    /// <exception cref="CniArgumentException">The pattern isn't valid.</exception>
    internal void CheckPattern() => _pattern?.Check();

    /// <summary>Determines whether an interconnect's name matches the pattern, ignoring case, or is the exact name.</summary>
    internal bool Matches(string interconnectName) => IsPattern ? _pattern!.Matches(interconnectName) : Name.Equals(interconnectName, StringComparison.Ordinal);

    /// <summary>Determines whether another reference has the same name, ignoring case.</summary>
    /// <param name="obj">The other reference.</param>
    /// <returns><see langword="true"/> if the names are equal; otherwise, <see langword="false"/>.</returns>
    public override bool Equals(object? obj) => obj is InterconnectReference other && Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets a hash code that ignores case.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <summary>Returns the name as it was specified.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
