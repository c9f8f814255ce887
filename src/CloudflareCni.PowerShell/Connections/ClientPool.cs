using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using CloudflareCni.Client;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>One HTTP client for all connections of the process with equal options, found by a hash of them.</summary>
/// <remarks>
/// Held weakly: a client and its secret live as long as a connection uses them, and no longer. This is the only place that names the HTTP client:
/// until it is called, neither RestSharp nor the client is loaded.
/// </remarks>
internal static class ClientPool
{
    private static readonly Dictionary<string, WeakReference<ICniClient>> Clients = new();
    private static readonly object Gate = new();

    private static readonly string UserAgent =
        $"CloudflareCni.PowerShell/{typeof(ClientPool).Assembly.GetName().Version!.ToString(3)} PowerShell/{EngineVersion()}";

    /// <summary>Gets the client of a server.</summary>
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

    /// <summary>Creates a client that nothing else uses.</summary>
    /// <param name="options">The options.</param>
    /// <param name="handler">The handler in this process that responds to it; null for the network.</param>
    public static ICniClient Create(CniClientOptions options, HttpMessageHandler? handler = null) =>
        new CniHttpClient(options with { UserAgent = UserAgent }, handler);

    // PSVersionInfo is not public in Windows PowerShell; the engine's informational version is $PSVersionTable.PSVersion in 6 and later.
    private static string EngineVersion()
    {
        Assembly engine = typeof(System.Management.Automation.PSObject).Assembly;
        string? informational = engine.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        string version = informational?.Split(' ', '+')[0] ?? "";
        return Version.TryParse(version.Split('-')[0], out Version? parsed) && parsed.Major >= 6 ? version : "5.1";
    }
}
