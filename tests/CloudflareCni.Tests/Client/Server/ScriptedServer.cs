using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Client.Server;

/// <summary>An HTTP/1.1 server of raw sockets on loopback: it keeps the bytes that it got and sends what its script says, right or wrong.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly ConcurrentDictionary<int, Task> _connections = new();
    private readonly Func<Exchange, Task> _script;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;
    private int _accepted;

    private ScriptedServer(Func<Exchange, Task> script, X509Certificate2? certificate)
    {
        _script = script;
        _certificate = certificate;
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    /// <summary>The address to give a client, with a path as Cloudflare's has one.</summary>
    public Uri BaseAddress => new($"{(_certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/client/v4");

    /// <summary>The requests so far, in the order of their arrival.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>The only request so far.</summary>
    public ReceivedRequest Request => _requests.Single();

    /// <summary>How many connections were accepted.</summary>
    public int Connections => Volatile.Read(ref _accepted);

    public static ScriptedServer Start(Func<Exchange, Task> script) => new(script, null);

    /// <summary>A server that gives every request the same answer.</summary>
    public static ScriptedServer Answering(Reply reply) => new(exchange => exchange.SendAsync(reply), null);

    public static ScriptedServer Answering(string json) => Answering(Reply.Json(json));

    /// <summary>A server that speaks TLS with a certificate.</summary>
    public static ScriptedServer StartTls(X509Certificate2 certificate, Func<Exchange, Task> script) => new(script, certificate);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections.Values);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                int number = Interlocked.Increment(ref _accepted);
                _connections[number] = Task.Run(() => ServeAsync(socket, number));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException
            || (_stop.IsCancellationRequested && exception is InvalidOperationException))
        {
            // Stopped, at whichever moment that met it: a listener that no longer listens refuses to accept.
        }
    }

    private async Task ServeAsync(Socket socket, int number)
    {
        using (socket)
        {
            try
            {
                socket.NoDelay = true;
                await using Stream stream = await OpenAsync(socket);
                while (await ReadRequestAsync(stream, number) is { } request)
                {
                    _requests.Enqueue(request);
                    var exchange = new Exchange(request, socket, stream, _stop.Token);
                    await _script(exchange);
                    if (exchange.IsClosed)
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException
                or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var plain = new NetworkStream(socket, ownsSocket: false);
        if (_certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return secure;
    }

    private async Task<ReceivedRequest?> ReadRequestAsync(Stream stream, int connection)
    {
        var received = new List<byte>();
        byte[] buffer = new byte[4096];
        int end;
        while ((end = EndOfHead(received)) < 0)
        {
            int read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
            {
                return null;
            }

            received.AddRange(buffer[..read]);
        }

        string head = Encoding.Latin1.GetString([.. received[..end]]);
        var request = new ReceivedRequest(connection, head, []);
        int length = int.Parse(request.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        byte[] body = new byte[length];
        byte[] early = [.. received.Skip(end + 4)];
        early.CopyTo(body, 0);
        await stream.ReadExactlyAsync(body.AsMemory(early.Length), _stop.Token);
        return request with { Body = body };
    }

    private static int EndOfHead(List<byte> received)
    {
        for (int i = 0; i + 3 < received.Count; i++)
        {
            if (received[i] == '\r' && received[i + 1] == '\n' && received[i + 2] == '\r' && received[i + 3] == '\n')
            {
                return i;
            }
        }

        return -1;
    }
}
