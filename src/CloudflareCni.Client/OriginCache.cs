using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CloudflareCni.Client;

/// <summary>Gives one origin for each account and source of a client, so that a million objects share it. Safe for many threads.</summary>
internal sealed class OriginCache(Uri baseUri)
{
    // Weak: a client is shared by several connections and must not keep one that is gone.
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<string, CniOrigin>> _origins = new();

    /// <summary>Gets the origin of what a call reads.</summary>
    public CniOrigin Of(CniCall call) => _origins.GetValue(call.Source ?? this, static _ => new())
        .GetOrAdd(call.AccountId, accountId => new CniOrigin(accountId, baseUri, call.Source));
}
