using System;

namespace CloudflareCni.PowerShell.Sandboxes;

/// <summary>Represents a sandbox that listens on loopback until Stop-CniSandbox stops it, the module is removed, or the process ends.</summary>
public sealed class RunningSandbox
{
    private readonly IDisposable _server;

    internal RunningSandbox(Uri baseUri, int port, IDisposable server)
    {
        BaseUri = baseUri;
        Port = port;
        _server = server;
    }

    /// <summary>Gets the base URL for <c>Connect-Cni -BaseUri</c> and any other client of the API.</summary>
    public Uri BaseUri { get; }

    /// <summary>Gets the port on 127.0.0.1.</summary>
    public int Port { get; }

    internal void Stop() => _server.Dispose();

    /// <summary>Returns the base URL.</summary>
    /// <returns>The base URL.</returns>
    public override string ToString() => BaseUri.ToString();
}
