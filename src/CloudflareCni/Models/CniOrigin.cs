using System;

namespace CloudflareCni;

/// <summary>Where an object comes from: the account and the server that it was read from. All objects of one account share one.</summary>
public sealed class CniOrigin
{
    /// <summary>Initializes a new instance of the <see cref="CniOrigin"/> class.</summary>
    /// <param name="accountId">The account tag.</param>
    /// <param name="baseUri">The base address of the API; <c>null</c> when it isn't known.</param>
    public CniOrigin(string accountId, Uri? baseUri = null)
        : this(accountId, baseUri, source: null)
    {
    }

    internal CniOrigin(string accountId, Uri? baseUri, object? source)
    {
        AccountId = accountId ?? throw new ArgumentNullException(nameof(accountId));
        BaseUri = baseUri;
        Source = source;
    }

    /// <summary>Gets the account tag in whose path the object was read.</summary>
    public string AccountId { get; }

    /// <summary>Gets the base address of the API that the object was read from; <c>null</c> when it isn't known.</summary>
    public Uri? BaseUri { get; }

    /// <summary>Gets what the caller of the operation put into <see cref="CniCall.Source"/>; <c>null</c> for nothing. Never shown, never serialized.</summary>
    internal object? Source { get; }
}
