using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using CloudflareCni.Client;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Shares one HTTP client among all connections in the process that have equal options. The key is a hash that includes the credential.</summary>
/// <remarks>
/// The references are weak, so a client and its secret are released when no connection uses them anymore. No other type refers to the HTTP client, so
/// RestSharp and the client aren't loaded before the first call.
/// </remarks>
internal static class ClientPool
{
    private static readonly Dictionary<string, WeakReference<ICniClient>> Clients = new();
    private static readonly object Gate = new();

    private static readonly string UserAgent = $"CloudflareCni.PowerShell/{ProductVersion.Module} PowerShell/{ProductVersion.Engine}";

    /// <summary>Gets the client for a server.</summary>
    public static ICniClient Get(CniClientOptions options)
    {
        string key = options.Fingerprint();
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

            client = Create(options);
            Clients[key] = new WeakReference<ICniClient>(client);
            return client;
        }
    }

    /// <summary>Creates a client that isn't shared.</summary>
    /// <param name="options">The options.</param>
    /// <param name="handler">The handler in this process that receives its requests, or <see langword="null"/> for the network.</param>
    public static ICniClient Create(CniClientOptions options, HttpMessageHandler? handler = null) =>
        new CniHttpClient(options with { UserAgent = UserAgent }, handler);
}
