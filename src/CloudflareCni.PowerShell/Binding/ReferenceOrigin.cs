using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Where the object was read that a reference stands for, as far as it is known.</summary>
internal sealed class ReferenceOrigin
{
    private ReferenceOrigin(string? accountId, Uri? baseUri, object? source)
    {
        AccountId = accountId;
        BaseUri = baseUri;
        Source = source;
    }

    /// <summary>Gets the account; <see langword="null"/> if it isn't known.</summary>
    public string? AccountId { get; }

    /// <summary>Gets the base address of the API; <see langword="null"/> if it isn't known.</summary>
    public Uri? BaseUri { get; }

    /// <summary>Gets the connection that the object was read with; <see langword="null"/> for a copy, which has left it behind.</summary>
    public object? Source { get; }

    /// <summary>Finds the origin of what a command acts on.</summary>
    /// <param name="resource">An object, or a reference to one; <see langword="null"/> for none.</param>
    /// <returns>The origin; <see langword="null"/> if it isn't known.</returns>
    public static ReferenceOrigin? Of(ICniAccountResource? resource) => resource switch
    {
        ResourceReference reference => reference.Origin,
        CniResource { Origin: { } origin } => new ReferenceOrigin(origin.AccountId, origin.BaseUri, origin.Source),
        _ => null,
    };

    /// <summary>Reads the origin of a row: what came back from a job or a file has the columns of the object.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The origin, as far as the row names it.</returns>
    public static ReferenceOrigin OfRow(PSObject row) => new(
        Row.Text(row, nameof(AccountId)),
        Uri.TryCreate(Row.Text(row, nameof(BaseUri)), UriKind.Absolute, out Uri? baseUri) ? baseUri : null,
        source: null);

    /// <summary>Determines whether two references stand for objects of the same account of the same connection.</summary>
    /// <param name="one">An origin.</param>
    /// <param name="other">Another origin.</param>
    /// <returns><see langword="true"/> if they do; otherwise, <see langword="false"/>.</returns>
    public static bool AreEqual(ReferenceOrigin? one, ReferenceOrigin? other) =>
        one?.AccountId == other?.AccountId && one?.BaseUri == other?.BaseUri && ReferenceEquals(one?.Source, other?.Source);
}
