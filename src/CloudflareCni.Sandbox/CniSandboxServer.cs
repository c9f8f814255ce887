using System;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using CloudflareCni.Sandbox.Hosting;

namespace CloudflareCni.Sandbox;

/// <summary>Serves a <see cref="CniSandbox"/> on 127.0.0.1, for programs other than this process.</summary>
public sealed class CniSandboxServer : IDisposable
{
    // Another program may take a free port before the server listens on it.
    private const int Attempts = 20;

    private readonly HttpListener _listener;

    private CniSandboxServer(HttpListener listener, int port)
    {
        _listener = listener;
        Port = port;
        BaseUri = new Uri($"http://127.0.0.1:{port}/client/v4");
    }

    /// <summary>Gets the base URL for clients: <c>http://127.0.0.1:port/client/v4</c>.</summary>
    public Uri BaseUri { get; }

    /// <summary>Gets the TCP port that the server listens on.</summary>
    public int Port { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="sandbox">The sandbox to serve. The caller disposes it.</param>
    /// <param name="port">The TCP port, from 1 to 65535; 0 uses a free port.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sandbox"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="port"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">The server can't listen on the port, which the message names.</exception>
    public static CniSandboxServer Start(CniSandbox sandbox, int port)
    {
        if (sandbox is null)
        {
            throw new ArgumentNullException(nameof(sandbox));
        }

        if (port is < 0 or > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(port), port, "The port must be from 0 to 65535.");
        }

        for (int attempt = 1; ; attempt++)
        {
            int tried = port == 0 ? FreePort() : port;
            try
            {
                var server = new CniSandboxServer(Listen(tried), tried);
                _ = server.AcceptAsync(sandbox);
                return server;
            }
            catch (Exception exception) when (exception is HttpListenerException or SocketException)
            {
                if (port != 0 || attempt == Attempts)
                {
                    throw new InvalidOperationException(
                        $"The sandbox can't listen on port {tried} of 127.0.0.1: {exception.Message.TrimEnd('.')}. Choose another port, or 0 for a free one.", exception);
                }
            }
        }
    }

    /// <summary>Stops the server at once and frees its port. Requests in progress are aborted.</summary>
    public void Stop() => _listener.Abort();

    /// <summary>Stops the server.</summary>
    public void Dispose() => Stop();

    private static HttpListener Listen(int port)
    {
        var listener = new HttpListener();
        try
        {
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            listener.Start();
            return listener;
        }
        catch
        {
            listener.Abort();
            throw;
        }
    }

    private static int FreePort()
    {
        var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        try
        {
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        finally
        {
            probe.Stop();
        }
    }

    private async Task AcceptAsync(CniSandbox sandbox)
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // Either the server was stopped, and the loop ends, or a connection broke before its request arrived.
                continue;
            }

            _ = Task.Run(() => ListenerExchange.RespondAsync(sandbox.Respond, context));
        }
    }
}
