using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>One HTTP client for all connections of the process with equal settings, found by a hash of the credential.</summary>
/// <remarks>Held weakly: a client and its secret live as long as a connection uses them, and no longer.</remarks>
internal static class ClientPool
{
    private static readonly Dictionary<string, WeakReference<ICniClient>> Clients = new();
    private static readonly object Gate = new();

    public static ICniClient Get(ConnectionSettings settings)
    {
        string key = settings.Fingerprint();
        lock (Gate)
        {
            if (Clients.TryGetValue(key, out WeakReference<ICniClient>? held) && held.TryGetTarget(out ICniClient? client))
            {
                return client;
            }

            foreach (string unused in Clients.Where(entry => !entry.Value.TryGetTarget(out _)).Select(entry => entry.Key).ToList())
            {
                Clients.Remove(unused);
            }

            client = ClientFactory.Create(settings);
            Clients[key] = new WeakReference<ICniClient>(client);
            return client;
        }
    }
}
