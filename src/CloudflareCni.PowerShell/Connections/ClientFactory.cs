using System;
using System.Net.Http;
using CloudflareCni.Client;
using CloudflareCni.PowerShell.Loading;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>The only place that names the HTTP client: until it is called, neither RestSharp nor the client is loaded.</summary>
internal static class ClientFactory
{
    private static readonly string UserAgent = $"CloudflareCni.PowerShell/{ProductVersion.Module} PowerShell/{ProductVersion.Engine}";

    /// <summary>A client that speaks to a server.</summary>
    public static ICniClient Create(ConnectionSettings settings) => Create(settings, handler: null);

    /// <summary>A client that speaks to a handler in this process, when one is given.</summary>
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
