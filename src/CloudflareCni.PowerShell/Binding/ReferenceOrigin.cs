using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Describes where an object that a reference identifies was read, as far as that is known.</summary>
internal sealed class ReferenceOrigin
{
    private ReferenceOrigin(string? accountId, Uri? baseUri, object? source)
    {
        AccountId = accountId;
        BaseUri = baseUri;
        Source = source;
    }

    /// <summary>Gets the account, or <see langword="null"/> if it isn't known.</summary>
    public string? AccountId { get; }

    /// <summary>Gets the base address of the API, or <see langword="null"/> if it isn't known.</summary>
    public Uri? BaseUri { get; }

    /// <summary>Gets the connection that the object was read with, or <see langword="null"/> for a copy, which doesn't keep it.</summary>
    public object? Source { get; }

    /// <summary>Gets the origin of the object that a command acts on.</summary>
    /// <param name="resource">An object or a reference to one, or <see langword="null"/>.</param>
    /// <returns>The origin, or <see langword="null"/> if it isn't known.</returns>
    public static ReferenceOrigin? Of(ICniAccountResource? resource) => resource switch
    {
        ResourceReference reference => reference.Origin,
        CniCircuit circuit => Of(circuit.Interconnect),
        CniResource { Origin: { } origin } => new ReferenceOrigin(origin.AccountId, origin.BaseUri, origin.Source),
        _ => null,
    };

    /// <summary>Gets the origin of a row. An object that was returned from a job or read from a file keeps the columns of the original object.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The origin, as far as the row contains it.</returns>
    public static ReferenceOrigin OfRow(PSObject row) => new(
        PipelineRow.Text(row, nameof(AccountId)),
        Uri.TryCreate(PipelineRow.Text(row, nameof(BaseUri)), UriKind.Absolute, out Uri? baseUri) ? baseUri : null,
        source: null);

    /// <summary>Determines whether two references identify objects in the same account of the same connection.</summary>
    /// <param name="one">The first origin.</param>
    /// <param name="other">The second origin.</param>
    /// <returns><see langword="true"/> if the origins are equal; otherwise, <see langword="false"/>.</returns>
    public static bool AreEqual(ReferenceOrigin? one, ReferenceOrigin? other) =>
        one?.AccountId == other?.AccountId && one?.BaseUri == other?.BaseUri && ReferenceEquals(one?.Source, other?.Source);
}
