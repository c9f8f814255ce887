using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CloudflareCni.Client;

/// <summary>Returns one shared origin for each account and source of a client, so that a million objects share it. Thread-safe.</summary>
internal sealed class OriginCache(Uri baseUri)
{
    // Weak references, because several connections share a client, which must not keep an unused connection alive.
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<string, CniOrigin>> _origins = new();

    /// <summary>Returns the origin of the objects that a call reads.</summary>
    public CniOrigin Of(CniCall call)
    {
        ConcurrentDictionary<string, CniOrigin> accounts = _origins.GetValue(call.Source ?? this, static _ => new());
        return accounts.TryGetValue(call.AccountId, out CniOrigin? known) ? known : accounts.GetOrAdd(call.AccountId, new CniOrigin(call.AccountId, baseUri, call.Source));
    }
}
