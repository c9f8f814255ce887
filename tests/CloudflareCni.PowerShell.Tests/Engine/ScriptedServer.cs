using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>A server on loopback that answers as a test tells it, and remembers what it was asked.</summary>
internal sealed class ScriptedServer : IDisposable
{
    /// <summary>The <c>cf-ray</c> of every answer.</summary>
    public const string Ray = "9a8b7c6d5e4f3a2b-TST";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private readonly Func<ScriptedRequest, ScriptedAnswer> _answer;
    private readonly X509Certificate2? _certificate;
    private int _connections;
    private int _numbers;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">What to do with a request. Called from several threads when several requests come at a time.</param>
    /// <param name="tls">Whether to speak TLS, with a certificate that nobody trusts.</param>
    public ScriptedServer(Func<ScriptedRequest, ScriptedAnswer> answer, bool tls = false)
    {
        _answer = answer;
        _certificate = tls ? SelfSigned() : null;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public string BaseUri => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}/client/v4";

    /// <summary>The requests, in the order in which they came.</summary>
    public IReadOnlyList<ScriptedRequest> Requests => _requests.ToList();

    /// <summary>The requests in short.</summary>
    public IReadOnlyList<string> Lines => _requests.Select(request => request.Line).ToList();

    /// <summary>How many TCP connections came.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>An answer for every request.</summary>
    public static ScriptedServer Always(ScriptedAnswer answer) => new(_ => answer);

    /// <summary>An address on loopback where nobody listens.</summary>
    public static string DeadAddress()
    {
        using var server = Always(ScriptedAnswer.Ok(""));
        return server.BaseUri;
    }

    public void Dispose()
    {
        _closed.Cancel();
        _listener.Dispose();
        _certificate?.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        // Windows serves only with a key that was stored once.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    private async Task AcceptAsync()
    {
        while (!_closed.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync(_closed.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
            {
                return;
            }

            Interlocked.Increment(ref _connections);
            _ = Task.Run(() => ServeAsync(socket));
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                Stream stream = new NetworkStream(socket);
                if (_certificate is not null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _closed.Token);
                    stream = secure;
                }

                while (await ReadAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    if (!await AnswerAsync(socket, stream, _answer(request)))
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
            or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, or the test is over.
        }
    }

    private async Task<ScriptedRequest?> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (head.Length < 4 || head.ToString(head.Length - 4, 4) != "\r\n\r\n")
        {
            if (await stream.ReadAsync(one, _closed.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        string[] lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[] start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        byte[] body = new byte[headers.TryGetValue("Content-Length", out string? length) ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, _closed.Token);
        return new ScriptedRequest(Interlocked.Increment(ref _numbers), start[0], start[1], headers, Encoding.UTF8.GetString(body));
    }

    private async Task<bool> AnswerAsync(Socket socket, Stream stream, ScriptedAnswer answer)
    {
        await answer.BeforeHeaders.WaitAsync(_closed.Token);
        if (answer.Reset)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            return false;
        }

        byte[] body = Encoding.UTF8.GetBytes(answer.Body);
        string headers = string.Concat(answer.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
        string head = $"HTTP/1.1 {answer.Status} Scripted\r\nContent-Type: {answer.ContentType}\r\nContent-Length: {body.Length}\r\n{headers}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _closed.Token);
        await answer.BeforeBody.WaitAsync(_closed.Token);
        await stream.WriteAsync(answer.Truncate ? body.AsMemory(0, body.Length / 2) : body, _closed.Token);
        return !answer.Truncate;
    }
}
