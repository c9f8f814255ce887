using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Tests.Trust.Soak;

/// <summary>Stands between clients and the sandbox and breaks one request in ten, each client's in an order that a seed decides.</summary>
/// <remarks>
/// A client is known by its credential, and served one request at a time: what it gave up on has been done, or never will be, before its next request
/// is answered. So one look after a lost answer is enough here.
/// </remarks>
internal sealed class FaultyProxy : IDisposable
{
    private static readonly int[] Statuses = [500, 502, 503, 504];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentDictionary<string, FaultLane> _lanes = new();
    private readonly ConcurrentStack<Socket> _upstream = new();
    private readonly IPEndPoint _sandbox;
    private readonly int _seed;
    private Exception? _broken;

    public FaultyProxy(int sandboxPort, int seed)
    {
        _sandbox = new IPEndPoint(IPAddress.Loopback, sandboxPort);
        _seed = seed;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string BaseUri => $"http://{_listener.LocalEndpoint}/client/v4";

    public IEnumerable<FaultLane> Lanes => _lanes.Values;

    /// <summary>What went wrong in the proxy itself, which is a fault of the test; null for nothing.</summary>
    public Exception? Broken => Volatile.Read(ref _broken);

    public FaultLane LaneOf(string token) => _lanes.GetOrAdd("Bearer " + token, key => new FaultLane(new Random(StableHash(key))));

    public void Dispose()
    {
        _closed.Cancel();
        _listener.Dispose();
        foreach (Socket socket in _upstream)
        {
            socket.Dispose();
        }
    }

    // string.GetHashCode differs from run to run.
    private int StableHash(string text) => text.Aggregate(_seed, (hash, letter) => unchecked((hash * 31) + letter));

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_closed.Token);
                socket.NoDelay = true;
                _ = Task.Run(() => ServeAsync(socket));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            try
            {
                while (await HttpMessage.ReadAsync(client, _closed.Token) is { } request)
                {
                    FaultLane lane = LaneOf(request.Header("Authorization")!["Bearer ".Length..]);
                    await lane.Turn.WaitAsync(_closed.Token);
                    try
                    {
                        if (HasHungUp(client) || !await AnswerAsync(client, request, lane))
                        {
                            return;
                        }
                    }
                    finally
                    {
                        lane.Turn.Release();
                    }
                }
            }
            catch (Exception e) when (e is SocketException or EndOfStreamException or OperationCanceledException)
            {
                // The client went away, or the test is over.
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref _broken, e, null);
            }
        }
    }

    // Whether the connection can go on.
    private async Task<bool> AnswerAsync(Socket client, HttpMessage request, FaultLane lane)
    {
        switch (lane.Next(request.Method))
        {
            case Fault.None:
                return await SendAsync(client, await ForwardAsync(request, lane));
            case Fault.Delay:
                await Task.Delay(lane.Dice.Next(1, 30), _closed.Token);
                return await SendAsync(client, await ForwardAsync(request, lane));
            case Fault.DropBefore:
                return false;
            case Fault.DropAfter:
                await ForwardAsync(request, lane);
                return false;
            case Fault.ResetBefore:
                return Reset(client);
            case Fault.ResetAfter:
                await ForwardAsync(request, lane);
                return Reset(client);
            case Fault.StallBefore:
                return await StallAsync(client);
            case Fault.StallAfter:
                await ForwardAsync(request, lane);
                return await StallAsync(client);
            case Fault.TooManyRequests:
                return await SendAsync(client, HttpMessage.Answer(429, "Retry-After: 0\r\n", """{"success":false,"errors":[{"code":971,"message":"slow down"}]}"""));
            case Fault.ServerErrorBefore:
                return await SendAsync(client, ServerError(lane.Dice));
            case Fault.ServerErrorAfter:
                await ForwardAsync(request, lane);
                return await SendAsync(client, ServerError(lane.Dice));
            default:
                byte[] answer = (await ForwardAsync(request, lane)).ToBytes();
                await client.SendAsync(answer.AsMemory(0, lane.Dice.Next(1, answer.Length)), _closed.Token);
                return false;
        }
    }

    private async Task<HttpMessage> ForwardAsync(HttpMessage request, FaultLane lane)
    {
        try
        {
            if (!_upstream.TryPop(out Socket? socket) || HasHungUp(socket))
            {
                socket?.Dispose();
                socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(_sandbox, _closed.Token);
            }

            await socket.SendAsync(request.With("Host", _sandbox.ToString()).ToBytes(), _closed.Token);
            HttpMessage answer = await HttpMessage.ReadAsync(socket, _closed.Token) ?? throw new EndOfStreamException();
            if (string.Equals(answer.Header("Connection"), "close", StringComparison.OrdinalIgnoreCase))
            {
                socket.Dispose();
            }
            else
            {
                _upstream.Push(socket);
            }

            lane.Forwarded(request.Method, answer.Status);
            return answer;
        }
        catch (Exception e) when (e is SocketException or EndOfStreamException)
        {
            throw new InvalidOperationException("The sandbox gave no answer.", e);
        }
    }

    private async Task<bool> SendAsync(Socket client, HttpMessage answer)
    {
        await client.SendAsync(answer.ToBytes(), _closed.Token);
        return true;
    }

    private async Task<bool> StallAsync(Socket client)
    {
        await client.ReceiveAsync(new byte[1], _closed.Token);
        return false;
    }

    private static bool Reset(Socket client)
    {
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        return false;
    }

    private static HttpMessage ServerError(Random dice) => HttpMessage.Answer(
        Statuses[dice.Next(Statuses.Length)], "Content-Type: text/html\r\n", dice.Next(2) == 0 ? "" : "<html><h1>Bad luck</h1></html>");

    private static bool HasHungUp(Socket socket) => socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0;
}
