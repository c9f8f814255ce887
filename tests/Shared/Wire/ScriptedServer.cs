using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Wire;

/// <summary>
/// The HTTP/1.1 server of the tests, on a real loopback socket. It keeps the requests as they were received, and its script decides what to do with each one,
/// including faults of the connection.
/// </summary>
/// <remarks>
/// A connection stays open for the next request unless a script closes it. A script that closes it after a complete response must announce that, so a client's
/// next request never races with the end of its connection.
/// </remarks>
internal sealed class ScriptedServer : IDisposable
#if NET
    , IAsyncDisposable
#endif
{
    /// <summary>The <c>cf-ray</c> of responses that have one.</summary>
    public const string Ray = "9a8b7c6d5e4f3a2b-TST";

    private static readonly ConcurrentBag<Socket> DeadPorts = [];

    private readonly Socket _port;
    private readonly Func<Exchange, Task> _script;
    private readonly X509Certificate2? _certificate;
    private readonly bool _readsRequests;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private readonly ConcurrentQueue<long> _handshakes = new();
#if NET
    private readonly SslStreamCertificateContext? _tls;
#endif
    private readonly ConcurrentDictionary<Socket, Task> _open = new();
    private readonly TaskCompletionSource<bool> _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;
    private Exception? _broken;
    private int _connections;
    private int _numbers;

    /// <summary>Initializes a new instance of the <see cref="ScriptedServer"/> class.</summary>
    /// <param name="answer">Chooses the response. Called on several threads for concurrent requests.</param>
    /// <param name="tls">true to use TLS, with a certificate that isn't trusted; otherwise, false.</param>
    public ScriptedServer(Func<ScriptedRequest, ScriptedAnswer> answer, bool tls = false)
        : this(exchange => exchange.SendAsync(answer(exchange.Request)), tls ? Certificates.SelfSigned() : null, readsRequests: true)
    {
    }

    private ScriptedServer(Func<Exchange, Task> script, X509Certificate2? certificate, bool readsRequests)
    {
        _script = script;
        _certificate = certificate;
#if NET
        // One for all connections. With each, tickets of the others would be invalid.
        _tls = certificate is null ? null : SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
#endif
        _readsRequests = readsRequests;
        _port = Reserve(0);
        Port = ((IPEndPoint)_port.LocalEndPoint!).Port;
        Open();
    }

    public int Port { get; }

    /// <summary>Gets the base address for a client, with a path like Cloudflare's.</summary>
    public string BaseUri => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}/client/v4";

    public Uri BaseAddress => new(BaseUri);

    /// <summary>Gets the requests so far, in the order of their arrival.</summary>
    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>Gets the only request so far.</summary>
    public ScriptedRequest Request => _requests.Single();

    /// <summary>Gets the requests in short form.</summary>
    public IReadOnlyList<string> Lines => [.. _requests.Select(request => request.Line)];

    /// <summary>Gets the number of connections that were accepted.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Gets the number of bytes that the server sent in each TLS handshake. A resumed session takes fewer, because the certificate isn't sent. Only on .NET.</summary>
    public IReadOnlyList<long> HandshakeBytes => [.. _handshakes];

    /// <summary>Gets a task that completes when a client hangs up while a response is held back.</summary>
    public Task HungUp => _hungUp.Task;

    /// <summary>Starts a server whose script decides what to do with each request.</summary>
    public static ScriptedServer Start(Func<Exchange, Task> script) => new(script, null, readsRequests: true);

    /// <summary>Starts a server that uses TLS with a certificate.</summary>
    public static ScriptedServer StartTls(X509Certificate2 certificate, Func<Exchange, Task> script) => new(script, certificate, readsRequests: true);

    /// <summary>Starts a server whose script is called for each connection, before anything is read.</summary>
    public static ScriptedServer StartRaw(Func<Exchange, Task> script) => new(script, null, readsRequests: false);

    /// <summary>Starts a server with the same response to every request.</summary>
    public static ScriptedServer Always(ScriptedAnswer answer) => new(_ => answer);

    /// <inheritdoc cref="Always"/>
    public static ScriptedServer Answering(ScriptedAnswer answer) => Always(answer);

    public static ScriptedServer Answering(string json) => Always(ScriptedAnswer.Json(json));

    /// <summary>Returns a loopback address where no server listens. The port is reserved, so that no other server can use it.</summary>
    public static string DeadAddress()
    {
        Socket port = Reserve(0);
        DeadPorts.Add(port);
        return $"http://{port.LocalEndPoint}/client/v4";
    }

    /// <summary>Starts to listen on the server's reserved port.</summary>
    public void Open()
    {
        Socket listener = Reserve(Port);
        listener.Listen(512);
        _listener = listener;
        _accepting = AcceptAsync(listener);
    }

    /// <summary>Stops listening, so that the next connection is refused. Open connections aren't affected.</summary>
    public void Refuse()
    {
        _listener?.Dispose();
        _listener = null;
    }

    /// <summary>Ends the server.</summary>
    /// <exception cref="InvalidOperationException">A script failed, which is an error in the test.</exception>
    public void Dispose()
    {
        _stop.Cancel();
        Refuse();
        foreach (Socket connection in _open.Keys)
        {
            connection.Dispose();
        }

        _port.Dispose();
        _certificate?.Dispose();
        if (Volatile.Read(ref _broken) is { } broken)
        {
            throw new InvalidOperationException($"The server's script failed: {broken.Message}", broken);
        }
    }

#if NET
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Refuse();
        await _accepting;
        Task[] serving = [.. _open.Values];
        foreach (Socket connection in _open.Keys)
        {
            connection.Dispose();
        }

        await Task.WhenAll(serving);
        Dispose();
    }
#endif

    /// <summary>Records that a client hung up while a response was held back.</summary>
    internal void NoteHangUp() => _hungUp.TrySetResult(true);

    // Both sockets are bound to the port, so that it's never free for another server, which would answer instead.
    private static Socket Reserve(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    private static bool IsEnd(Exception exception) => exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException
        or AuthenticationException;

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                Socket connection = await listener.AcceptAsync().ConfigureAwait(false);
                int number = Interlocked.Increment(ref _connections);
                _open[connection] = Task.CompletedTask;
                _open[connection] = Task.Run(() => ServeAsync(connection, number));
            }
        }
        catch (Exception exception) when (IsEnd(exception) || exception is InvalidOperationException)
        {
            // The server has stopped listening.
        }
    }

    private async Task ServeAsync(Socket connection, int number)
    {
        using (connection)
        {
            try
            {
                _stop.Token.ThrowIfCancellationRequested();
                connection.NoDelay = true;
                using Stream stream = await OpenAsync(connection).ConfigureAwait(false);
                bool isKept = false;
                while (await NextAsync(stream, number, isKept).ConfigureAwait(false) is { } request)
                {
                    var exchange = new Exchange(this, request, connection, stream, isKept, _stop.Token);
                    await _script(exchange).ConfigureAwait(false);
                    if (exchange.IsClosed)
                    {
                        return;
                    }

                    isKept = true;
                }
            }
            catch (Exception exception) when (IsEnd(exception))
            {
                // The client closed the connection, or the test is over.
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref _broken, exception, null);
            }
            finally
            {
                _open.TryRemove(connection, out _);
            }
        }
    }

    private async Task<Stream> OpenAsync(Socket connection)
    {
        if (_certificate is null)
        {
            return new NetworkStream(connection, ownsSocket: false);
        }

#if NET
        var plain = new CountingStream(connection);
        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = _tls }).ConfigureAwait(false);
        _handshakes.Enqueue(plain.Sent);
#else
        var secure = new SslStream(new NetworkStream(connection, ownsSocket: false));
        await secure.AuthenticateAsServerAsync(_certificate).ConfigureAwait(false);
#endif
        return secure;
    }

    private async Task<ScriptedRequest?> NextAsync(Stream stream, int connection, bool isKept)
    {
        if (!_readsRequests)
        {
            return isKept ? null : ScriptedRequest.None;
        }

        ScriptedRequest? request = await ScriptedRequest.ReadAsync(stream, connection, () => Interlocked.Increment(ref _numbers)).ConfigureAwait(false);
        if (request is not null)
        {
            _requests.Enqueue(request);
        }

        return request;
    }

#if NET
    private sealed class CountingStream(Socket socket) : NetworkStream(socket, ownsSocket: false)
    {
        public long Sent { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Sent += buffer.Length;
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
#endif
}
