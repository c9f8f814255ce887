using System;
using System.Threading;
using CloudflareCni.Client;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Represents a connection to the API: the address, the identity and the account. It never shows its credential.</summary>
/// <remarks>It can be used from several runspaces at the same time, as with <c>-Connection $using:connection</c>.</remarks>
public sealed class CniConnection
{
    private Func<ICniClient>? _createClient;
    private ICniClient? _client;
    private CniClock? _clock;

    internal CniConnection(CniClientOptions options, string? accountId, Func<ICniClient> createClient, bool isSandbox = false, string? configurationPath = null)
    {
        AccountId = accountId;
        Address = options.BaseAddress;
        BaseUri = isSandbox ? null : options.BaseAddress;
        Email = options.Credential.Email;
        AuthenticationType = isSandbox ? "Sandbox" : Email is null ? "ApiToken" : "ApiKey";
        TimeoutSec = (int)options.Timeout.TotalSeconds;
        Proxy = options.Proxy?.Address;
        IsSandbox = isSandbox;
        ConfigurationPath = configurationPath;
        _createClient = createClient;
    }

    /// <summary>Gets the ID of the account that cmdlets act in, or <see langword="null"/> before the first request that looks it up.</summary>
    public string? AccountId { get; private set; }

    /// <summary>Gets the name of the account, or <see langword="null"/> if it wasn't looked up.</summary>
    public string? AccountName { get; private set; }

    /// <summary>Gets the complete base address of the API, or <see langword="null"/> for a sandbox in this process, which doesn't have one.</summary>
    public Uri? BaseUri { get; }

    /// <summary>Gets the type of authentication: <c>ApiToken</c>, <c>ApiKey</c> or <c>Sandbox</c>.</summary>
    public string AuthenticationType { get; }

    /// <summary>Gets the email address that belongs to the API key, or <see langword="null"/> for a token.</summary>
    public string? Email { get; }

    /// <summary>Gets the timeout for one attempt of a request, in seconds.</summary>
    public int TimeoutSec { get; }

    /// <summary>Gets the address of the proxy, without user name and password, or <see langword="null"/> for the system proxy and for loopback, which doesn't use a proxy.</summary>
    public Uri? Proxy { get; }

    /// <summary>Gets a value that indicates whether this is a connection to a sandbox in this process.</summary>
    public bool IsSandbox { get; }

    /// <summary>Gets the path of the configuration file that the sandbox is a copy of, or <see langword="null"/> for any other connection.</summary>
    public string? ConfigurationPath { get; }

    /// <summary>Gets the base address that is recorded in objects from this connection, including objects from a sandbox.</summary>
    internal Uri Address { get; }

    /// <summary>Gets a value that indicates whether the connection can be used. It can't after Disconnect-Cni.</summary>
    public bool IsConnected => Volatile.Read(ref _createClient) is not null;

    /// <summary>Gets the client. It's created on first use, so connecting doesn't load or send anything.</summary>
    internal ICniClient Client
    {
        get
        {
            Func<ICniClient> create = RequireConnected();
            return LazyInitializer.EnsureInitialized(ref _client, create)!;
        }
    }

    /// <summary>Gets the clock for commands that wait. It's created on first use, like the client.</summary>
    internal CniClock Clock => LazyInitializer.EnsureInitialized(ref _clock, () => new CniClock())!;

    /// <summary>Throws an exception if the connection was disconnected.</summary>
    internal Func<ICniClient> RequireConnected() => Volatile.Read(ref _createClient)
        ?? throw new CniException(CniErrorKind.NotConnected, $"The connection ({this}) was disconnected. Use Connect-Cni to connect again.");

    /// <summary>Gets the text that marks a prompt of a rehearsal; empty for any other connection.</summary>
    internal string Rehearsal => ConfigurationPath is null ? "" : $" (rehearsal on a copy of {System.IO.Path.GetFileName(ConfigurationPath)})";

    /// <summary>Sets the account that was found for the credential.</summary>
    internal void UseAccount(CniAccount account)
    {
        AccountName = account.Name;
        AccountId = account.Id;
    }

    /// <summary>Releases the client and the credential. Other connections with the same settings continue to work.</summary>
    internal void Disconnect()
    {
        Volatile.Write(ref _createClient, null);
        Volatile.Write(ref _client, null);
    }

    /// <summary>Returns the address and the account.</summary>
    /// <returns>The text, in one line, without a credential.</returns>
    public override string ToString() => IsSandbox ? $"sandbox{Rehearsal}, account {AccountId}" : $"{BaseUri}, account {AccountId ?? "(not looked up yet)"}";
}
