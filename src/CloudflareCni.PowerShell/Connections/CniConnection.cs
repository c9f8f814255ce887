using System;
using System.Threading;
using CloudflareCni.Client;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>A connection to the API: where, as whom, and in which account. It never shows its credential.</summary>
/// <remarks>Safe to use from several runspaces at a time, as with <c>-Connection $using:connection</c>.</remarks>
public sealed class CniConnection
{
    private Func<ICniClient>? _createClient;
    private ICniClient? _client;
    private CniClock? _clock;

    internal CniConnection(ConnectionSettings settings, string? accountId, Func<ICniClient> createClient, bool isSandbox = false, string? configurationPath = null)
    {
        AccountId = accountId;
        Address = settings.BaseUri;
        BaseUri = isSandbox ? null : settings.BaseUri;
        Email = settings.Credential.Email;
        AuthenticationType = isSandbox ? "Sandbox" : Email is null ? "ApiToken" : "ApiKey";
        TimeoutSec = settings.TimeoutSec;
        Proxy = settings.Proxy?.Address;
        IsSandbox = isSandbox;
        ConfigurationPath = configurationPath;
        _createClient = createClient;
    }

    /// <summary>The account tag that cmdlets act in; null until the first request found it.</summary>
    public string? AccountId { get; private set; }

    /// <summary>The account's name, when it was looked up.</summary>
    public string? AccountName { get; private set; }

    /// <summary>The whole base address of the API; null for a sandbox inside this process, which has none.</summary>
    public Uri? BaseUri { get; }

    /// <summary><c>ApiToken</c>, <c>ApiKey</c> or <c>Sandbox</c>.</summary>
    public string AuthenticationType { get; }

    /// <summary>The email address that goes with an API key; null otherwise.</summary>
    public string? Email { get; }

    /// <summary>How long one attempt of a request may take, in seconds.</summary>
    public int TimeoutSec { get; }

    /// <summary>The proxy's address, without a user name and password; null for the system's, or for none on loopback.</summary>
    public Uri? Proxy { get; }

    /// <summary>Whether this is a sandbox inside this process.</summary>
    public bool IsSandbox { get; }

    /// <summary>Gets the path of the configuration file that the sandbox is a copy of, to rehearse changes; <c>null</c> for any other connection.</summary>
    public string? ConfigurationPath { get; }

    /// <summary>Gets the base address that its objects carry, a sandbox's too.</summary>
    internal Uri Address { get; }

    /// <summary>False after Disconnect-Cni.</summary>
    public bool IsConnected => Volatile.Read(ref _createClient) is not null;

    /// <summary>The client, made when first asked for, so that connecting alone loads and sends nothing.</summary>
    internal ICniClient Client
    {
        get
        {
            Func<ICniClient> create = RequireConnected();
            return LazyInitializer.EnsureInitialized(ref _client, create)!;
        }
    }

    /// <summary>Gets the clock of a command that waits, created on first use like the client.</summary>
    internal CniClock Clock => LazyInitializer.EnsureInitialized(ref _clock, () => new CniClock())!;

    /// <summary>Refuses to go on with a connection that was disconnected.</summary>
    internal Func<ICniClient> RequireConnected() => Volatile.Read(ref _createClient)
        ?? throw new CniException(CniErrorKind.NotConnected, $"The connection ({this}) was disconnected. Connect again with Connect-Cni.");

    /// <summary>Gets what a question says of a copy: nothing for any other connection.</summary>
    internal string Rehearsal => ConfigurationPath is null ? "" : $" (rehearsal on a copy of {System.IO.Path.GetFileName(ConfigurationPath)})";

    /// <summary>Remembers the account that the credential turned out to reach.</summary>
    internal void UseAccount(CniAccount account)
    {
        AccountName = account.Name;
        AccountId = account.Id;
    }

    /// <summary>Drops the client and with it the credential. Other connections with the same settings go on.</summary>
    internal void Disconnect()
    {
        Volatile.Write(ref _createClient, null);
        Volatile.Write(ref _client, null);
    }

    /// <summary>The account and the address.</summary>
    /// <returns>One line without any credential.</returns>
    public override string ToString() => IsSandbox ? $"sandbox{Rehearsal}, account {AccountId}" : $"{BaseUri}, account {AccountId ?? "(not looked up yet)"}";
}
