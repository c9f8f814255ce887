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
/// The one HTTP/1.1 server of the tests, on a real socket of loopback: it keeps the requests as they came and does with each what its script says, right or
/// wrong, down to the connection.
/// </summary>
/// <remarks>
/// A connection stays open for the next request unless a script closes it, and a script that closes it behind a whole answer must have announced that. So no
/// client's next request ever races with the end of its connection.
/// </remarks>
internal sealed class ScriptedServer : IDisposable
#if NET
    , IAsyncDisposable
#endif
{
    /// <summary>The <c>cf-ray</c> of answers that have one.</summary>
    public const string Ray = "9a8b7c6d5e4f3a2b-TST";

    private static readonly ConcurrentBag<Socket> DeadPorts = [];

    private readonly Socket _port;
    private readonly Func<Exchange, Task> _script;
    private readonly X509Certificate2? _certificate;
    private readonly bool _readsRequests;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private readonly ConcurrentDictionary<Socket, Task> _open = new();
    private readonly TaskCompletionSource<bool> _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;
    private Exception? _broken;
    private int _connections;
    private int _numbers;

    /// <summary>Initializes a new instance of the <see cref="ScriptedServer"/> class.</summary>
    /// <param name="answer">Chooses the answer. Called on several threads when several requests come at a time.</param>
    /// <param name="tls">Whether to speak TLS, with a certificate that nobody trusts.</param>
    public ScriptedServer(Func<ScriptedRequest, ScriptedAnswer> answer, bool tls = false)
        : this(exchange => exchange.SendAsync(answer(exchange.Request)), tls ? Certificates.SelfSigned() : null, readsRequests: true)
    {
    }

    private ScriptedServer(Func<Exchange, Task> script, X509Certificate2? certificate, bool readsRequests)
    {
        _script = script;
        _certificate = certificate;
        _readsRequests = readsRequests;
        _port = Reserve(0);
        Port = ((IPEndPoint)_port.LocalEndPoint!).Port;
        Open();
    }

    public int Port { get; }

    /// <summary>Gets the address to give a client, with a path as Cloudflare's has one.</summary>
    public string BaseUri => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}/client/v4";

    public Uri BaseAddress => new(BaseUri);

    /// <summary>Gets the requests so far, in the order of their arrival.</summary>
    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>Gets the only request so far.</summary>
    public ScriptedRequest Request => _requests.Single();

    /// <summary>Gets the requests in short.</summary>
    public IReadOnlyList<string> Lines => [.. _requests.Select(request => request.Line)];

    /// <summary>Gets how many connections were accepted.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Ends when a client hangs up on an answer that is held back.</summary>
    public Task HungUp => _hungUp.Task;

    /// <summary>Starts a server whose script says what to do with each request.</summary>
    public static ScriptedServer Start(Func<Exchange, Task> script) => new(script, null, readsRequests: true);

    /// <summary>Starts a server that speaks TLS with a certificate.</summary>
    public static ScriptedServer StartTls(X509Certificate2 certificate, Func<Exchange, Task> script) => new(script, certificate, readsRequests: true);

    /// <summary>Starts a server whose script is called with each connection at once, before anything was read.</summary>
    public static ScriptedServer StartRaw(Func<Exchange, Task> script) => new(script, null, readsRequests: false);

    /// <summary>A server that gives every request the same answer.</summary>
    public static ScriptedServer Always(ScriptedAnswer answer) => new(_ => answer);

    /// <inheritdoc cref="Always"/>
    public static ScriptedServer Answering(ScriptedAnswer answer) => Always(answer);

    public static ScriptedServer Answering(string json) => Always(ScriptedAnswer.Json(json));

    /// <summary>An address on loopback where nobody listens, and nobody will: the port is kept.</summary>
    public static string DeadAddress()
    {
        Socket port = Reserve(0);
        DeadPorts.Add(port);
        return $"http://{port.LocalEndPoint}/client/v4";
    }

    /// <summary>Listens, on the port that is the server's whether it listens or not.</summary>
    public void Open()
    {
        Socket listener = Reserve(Port);
        listener.Listen(512);
        _listener = listener;
        _accepting = AcceptAsync(listener);
    }

    /// <summary>Listens no more: the next connection is refused. Those that are open stay.</summary>
    public void Refuse()
    {
        _listener?.Dispose();
        _listener = null;
    }

    /// <summary>Ends the server.</summary>
    /// <exception cref="InvalidOperationException">A script failed, which is a fault of the test.</exception>
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

    /// <summary>Says that a client hung up on an answer that is held back.</summary>
    internal void NoteHangUp() => _hungUp.TrySetResult(true);

    // Both the port's keeper and the listener have it: it is never free for another server, which would answer in place of nobody.
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
            // The server listens no more, at whichever moment that met it.
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
                // The client went away, or the test is over.
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
        var plain = new NetworkStream(connection, ownsSocket: false);
        if (_certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(_certificate).ConfigureAwait(false);
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
}
