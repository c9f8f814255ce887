using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Shares one HTTP client among all connections in the process that have equal settings. The key is a hash that includes the credential.</summary>
/// <remarks>The references are weak, so a client and its secret are released when no connection uses them anymore.</remarks>
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
