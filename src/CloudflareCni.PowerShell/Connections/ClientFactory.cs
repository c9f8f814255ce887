using System;
using System.Net.Http;
using CloudflareCni.Client;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Creates HTTP clients. No other type refers to the HTTP client, so RestSharp and the client aren't loaded before the first call.</summary>
internal static class ClientFactory
{
    private static readonly string UserAgent = $"CloudflareCni.PowerShell/{ProductVersion.Module} PowerShell/{ProductVersion.Engine}";

    /// <summary>Creates a client that connects to a server.</summary>
    public static ICniClient Create(ConnectionSettings settings) => Create(settings, handler: null);

    /// <summary>Creates a client that sends its requests to a handler in this process, if one is specified.</summary>
    public static ICniClient Create(ConnectionSettings settings, HttpMessageHandler? handler) => new CniHttpClient(new CniClientOptions
    {
        BaseAddress = settings.BaseUri,
        Credential = settings.Credential.Email is { } email
            ? new CniKeyCredential(email, settings.Credential.Secret)
            : new CniTokenCredential(settings.Credential.Secret),
        Timeout = TimeSpan.FromSeconds(settings.TimeoutSec),
        Proxy = settings.Proxy?.ToWebProxy(),
        MaximumRetryCount = settings.MaximumRetryCount,
        MaximumRetryAfter = TimeSpan.FromSeconds(settings.MaximumRetryAfterSec),
        RequestLimit = settings.EffectiveRequestLimit,
        UserAgent = UserAgent,
        Handler = handler,
    });
}
