using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>A proxy between clients and the sandbox that breaks one request in ten. A seed determines the order for each client.</summary>
/// <remarks>
/// A client is identified by its credential and served one request at a time. A request that it gave up on has been executed, or never will be, before
/// its next request is answered. So one check after a lost response is enough.
/// </remarks>
internal sealed class FaultyProxy : IDisposable
{
    private static readonly int[] Statuses = [500, 502, 503, 504];

    private readonly ScriptedServer _server;
    private readonly ConcurrentDictionary<string, FaultLane> _lanes = new();
    private readonly IPEndPoint _sandbox;
    private readonly int _seed;

    public FaultyProxy(int sandboxPort, int seed)
    {
        _sandbox = new IPEndPoint(IPAddress.Loopback, sandboxPort);
        _seed = seed;
        _server = ScriptedServer.Start(ServeAsync);
    }

    public string BaseUri => _server.BaseUri;

    public IEnumerable<FaultLane> Lanes => _lanes.Values;

    public FaultLane LaneOf(string token) => _lanes.GetOrAdd("Bearer " + token, key => new FaultLane(new Random(StableHash(key))));

    /// <summary>Ends the proxy.</summary>
    /// <exception cref="InvalidOperationException">The proxy itself failed, which is an error in the test.</exception>
    public void Dispose() => _server.Dispose();

    // string.GetHashCode differs from run to run.
    private int StableHash(string text) => text.Aggregate(_seed, (hash, letter) => unchecked((hash * 31) + letter));

    private async Task ServeAsync(Exchange client)
    {
        FaultLane lane = LaneOf(client.Request.Header("Authorization")!["Bearer ".Length..]);
        await lane.Turn.WaitAsync(client.Stopped);
        try
        {
            if (client.HasHungUp)
            {
                client.Close();
                return;
            }

            await AnswerAsync(client, lane);
        }
        finally
        {
            lane.Turn.Release();
        }
    }

    private async Task AnswerAsync(Exchange client, FaultLane lane)
    {
        ScriptedRequest request = client.Request;
        SoakFault fault = lane.Next(request.Method);
        switch (fault)
        {
            case SoakFault.None:
                await client.SendAsync((await ForwardAsync(request, lane, client.Stopped)).ToBytes());
                break;
            case SoakFault.Delay:
                await Task.Delay(lane.Dice.Next(1, 30), client.Stopped);
                await client.SendAsync((await ForwardAsync(request, lane, client.Stopped)).ToBytes());
                break;
            case SoakFault.DropBefore:
                client.Close();
                break;
            case SoakFault.DropAfter:
                await ForwardAsync(request, lane, client.Stopped);
                client.Close();
                break;
            case SoakFault.ResetBefore:
                client.Reset();
                break;
            case SoakFault.ResetAfter:
                await ForwardAsync(request, lane, client.Stopped);
                client.Reset();
                break;
            case SoakFault.StallBefore:
                lane.Clock.Expire();
                await client.WaitForCloseAsync();
                break;
            case SoakFault.StallAfter:
                await ForwardAsync(request, lane, client.Stopped);
                lane.Clock.Expire();
                await client.WaitForCloseAsync();
                break;
            case SoakFault.TooManyRequests:
                await client.SendAsync(ScriptedAnswer.Json("""{"success":false,"errors":[{"code":971,"message":"slow down"}]}""", 429).With("Retry-After", "0"));
                break;
            case SoakFault.ServerErrorBefore:
                await client.SendAsync(ServerError(lane.Dice));
                break;
            case SoakFault.ServerErrorAfter:
                await ForwardAsync(request, lane, client.Stopped);
                await client.SendAsync(ServerError(lane.Dice));
                break;
            default:
                byte[] answer = (await ForwardAsync(request, lane, client.Stopped)).ToBytes();
                await client.SendAsync(answer[..lane.Dice.Next(1, answer.Length)]);
                client.Close();
                break;
        }
    }

    // On a new connection, because a kept-alive connection can end during the request.
    private async Task<HttpMessage> ForwardAsync(ScriptedRequest request, FaultLane lane, CancellationToken stopped)
    {
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(_sandbox, stopped);
            await socket.SendAsync(HttpMessage.Of(request).With("Host", _sandbox.ToString()).ToBytes(), stopped);
            HttpMessage answer = await HttpMessage.ReadAsync(socket, stopped) ?? throw new EndOfStreamException();
            lane.Forwarded(request.Method, answer.Status);
            return answer;
        }
        catch (Exception e) when (e is SocketException or EndOfStreamException)
        {
            throw new InvalidOperationException("The sandbox gave no answer.", e);
        }
    }

    private static ScriptedAnswer ServerError(Random dice) =>
        ScriptedAnswer.Html(dice.Next(2) == 0 ? "" : "<html><h1>Bad luck</h1></html>", Statuses[dice.Next(Statuses.Length)]);
}
