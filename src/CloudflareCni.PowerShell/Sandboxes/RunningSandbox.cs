using System;

namespace CloudflareCni.PowerShell.Sandboxes;

/// <summary>A sandbox that listens on loopback, until Stop-CniSandbox, the module's removal or the end of the process.</summary>
public sealed class RunningSandbox
{
    private readonly IDisposable _server;

    internal RunningSandbox(Uri baseUri, int port, IDisposable server)
    {
        BaseUri = baseUri;
        Port = port;
        _server = server;
    }

    /// <summary>The base address to connect to, with <c>Connect-Cni -BaseUri</c> or any other client of the API.</summary>
    public Uri BaseUri { get; }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    internal void Stop() => _server.Dispose();

    /// <summary>The base address.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => BaseUri.ToString();
}
