using System;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that create a connection. It has the parameters that determine how requests are sent.</summary>
public abstract class CniConnectCommand : StoppableCommand
{
    private const int MaxTimeoutSec = 24 * 60 * 60;
    private const int MaxRetryCount = 100;

    /// <summary>Specifies the timeout for one attempt of a request, in seconds.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(1, MaxTimeoutSec)]
    public int TimeoutSec { get; set; } = CniClientOptions.DefaultTimeoutSec;

    /// <summary>Specifies how many times a request is retried after a transient error; 0 disables retries. A request that creates a resource is never sent twice.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(0, MaxRetryCount)]
    public int MaximumRetryCount { get; set; } = CniClientOptions.DefaultMaximumRetryCount;

    /// <summary>Specifies the longest wait before a retry that the server can request, in seconds. If the server requests more, the command fails.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(0, MaxTimeoutSec)]
    public int MaximumRetryAfterSec { get; set; } = CniClientOptions.DefaultMaximumRetryAfterSec;

    /// <summary>Specifies how many requests the credential can send in five minutes, in all sessions of this process; 0 disables the limit.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(0, int.MaxValue)]
    public int? RequestLimit { get; set; }

    /// <summary>Specifies the address of the proxy, with or without a user name and password. By default, the system proxy is used. Loopback never uses a proxy.</summary>
    [Parameter]
    [ProxyTransformation]
    public Uri? Proxy { get; set; }

    /// <summary>Specifies the credential for the proxy.</summary>
    [Parameter]
    [CredentialTransformation]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Signs in to the proxy with the Windows account of this process.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Reads the proxy from the parameters.</summary>
    /// <returns>The proxy, or <see langword="null"/> for the system proxy.</returns>
    private protected CniProxy? ReadProxy() => CniProxy.Read(Proxy, ProxyCredential?.GetNetworkCredential(), ProxyUseDefaultCredentials);

    /// <summary>Adds the values of the parameters to options. A proxy is ignored for an address on this computer.</summary>
    /// <param name="options">The options.</param>
    /// <param name="baseAddress">The base address of the API.</param>
    /// <param name="proxy">The proxy, or <see langword="null"/> for the system proxy.</param>
    /// <returns>The options with the values.</returns>
    private protected CniClientOptions Configure(CniClientOptions options, Uri baseAddress, CniProxy? proxy)
    {
        if (proxy is not null && BaseAddressRules.IsLoopback(baseAddress))
        {
            WriteWarning($"-Proxy is ignored. {baseAddress.Authority} is on this computer, and requests to this computer never use a proxy.");
            proxy = null;
        }

        return WithLimits(options) with { BaseAddress = baseAddress, Proxy = proxy };
    }

    /// <summary>Adds the timeout, the retries and the request limit to options.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The options with the values.</returns>
    private protected CniClientOptions WithLimits(CniClientOptions options) => options with
    {
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        MaximumRetryCount = MaximumRetryCount,
        MaximumRetryAfter = TimeSpan.FromSeconds(MaximumRetryAfterSec),
        RequestLimit = RequestLimit,
    };
}
