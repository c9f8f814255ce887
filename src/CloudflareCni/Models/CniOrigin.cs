using System;

namespace CloudflareCni;

/// <summary>The origin of an object: the account and the server that it was read from. All objects of an account share one instance.</summary>
public sealed class CniOrigin
{
    /// <summary>Initializes a new instance of the <see cref="CniOrigin"/> class.</summary>
    /// <param name="accountId">The account tag.</param>
    /// <param name="baseUri">The base address of the API, or <see langword="null"/> when it isn't known.</param>
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

    /// <summary>Gets the tag of the account that the object was read from.</summary>
    public string AccountId { get; }

    /// <summary>Gets the base address of the API that the object was read from, or <see langword="null"/> when it isn't known.</summary>
    public Uri? BaseUri { get; }

    /// <summary>Gets the value that the caller of the operation set in <see cref="CniCall.Source"/>, or <see langword="null"/> for none. It's never shown or serialized.</summary>
    internal object? Source { get; }
}
