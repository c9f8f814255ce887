using System;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Pipeline;

/// <summary>Ctrl+C stops the pipeline immediately, whatever the server does, and no work continues in the background.</summary>
[Trait("Tier", "Slow")]
public sealed class StoppingTests
{
    private const string New = "New-Cni some -ConduitName x -Mtu 1500";

    [Theory]
    [InlineData("Get-CniSlot", 1)]
    [InlineData("'a', 'b' | Get-CniInterconnectStatus -ThrottleLimit 1", 1)]
    [InlineData("Get-Cni", 2)]
    [InlineData("Get-CniLoaName some", 1)]
    [InlineData(New, 1)]
    [InlineData(New, 3)]
    [InlineData("Set-CniSettings 13335", 1)]
    [InlineData("Set-Cni b0000000-0000-4000-8000-000000000001 -Description x", 2)]
    [InlineData("Remove-CniInterconnect some -IncludeCni -Force", 3)]
    [InlineData("Save-CniLoa some -LiteralPath $args[0]", 1)]
    public async Task A_server_that_does_not_respond_does_not_block_the_pipeline(string command, int request)
    {
        using var server = new HangingServer(request, answer => answer with { BeforeHeaders = Patience.Signal().Task });

        await StopAsync(command, server, server.Asked);
    }

    [Fact]
    public async Task The_check_after_a_lost_response_can_be_stopped()
    {
        using var server = new HangingServer(4, answer => answer with { BeforeHeaders = Patience.Signal().Task }, postStatus: 502);

        await StopAsync(New, server, server.Asked);
    }

    [Theory]
    [InlineData("Get-CniSlot", false)]
    [InlineData("Get-CniSlot", true)]
    [InlineData("Set-CniSettings 13335", false)]
    [InlineData("Remove-Cni b0000000-0000-4000-8000-000000000001 -Force", true)]
    [InlineData("Save-CniLoa some -LiteralPath $args[0]", false)]
    [InlineData("Save-CniLoa some -LiteralPath $args[0]", true)]
    public async Task A_body_that_does_not_arrive_or_end_does_not_block_the_pipeline(string command, bool began)
    {
        Task never = Patience.Signal().Task;
        using var server = new HangingServer(1, answer => began ? answer with { BeforeEnd = never } : answer with { BeforeBody = never });

        await StopAsync(command + " -Verbose", server);
    }

    // A TLS connection whose server never responds, and a proxy that never opens its tunnel.
    [Theory]
    [InlineData("Connect-Cni -ApiToken $args[0] -AccountId mine -BaseUri https://127.0.0.1:{0}")]
    [InlineData("Connect-Cni -ApiToken $args[0] -AccountId mine -BaseUri https://203.0.113.1 -Proxy http://127.0.0.1:{0}")]
    public async Task A_connection_that_is_not_established_does_not_block_the_pipeline(string connect)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var session = new Session(connectSandbox: false);
        session.Must("$null = " + connect.Replace("{0}", $"{((IPEndPoint)listener.LocalEndpoint).Port}", StringComparison.Ordinal), Secret.Of("t"));

        using RunningScript script = session.Start("Get-CniSettings");
        using Socket socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        byte[] hello = new byte[4096];
        Task<int> knocks = socket.ReceiveAsync(hello);
        await knocks.Soon();
        Assert.NotEqual(0, await knocks);
        await script.StopAsync().Soon();

        await Assert.ThrowsAsync<PipelineStoppedException>(() => script.Ended.Soon());
        Task<int> gone = HangsUpAsync(socket);
        await gone.Soon();
        Assert.Equal(0, await gone);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task The_account_lookup_of_Connect_Cni_can_be_stopped()
    {
        using var server = new HangingServer(1, answer => answer with { BeforeHeaders = Patience.Signal().Task });
        using var session = new Session(connectSandbox: false);

        using RunningScript script = session.Start("Connect-Cni -BaseUri $args[0] -ApiToken $args[1]", server.Server.BaseUri, Secret.Of("t"));
        await server.Asked.Soon();
        await script.StopAsync().Soon();

        await Assert.ThrowsAsync<PipelineStoppedException>(() => script.Ended.Soon());
        await server.Server.HungUp.Soon();
        Assert.Single(server.Server.Requests);
    }

    // The session continues to work, and the server only receives its next request.
    private static async Task StopAsync(string command, HangingServer server, Task? until = null)
    {
        using Session session = server.Server.Connect(timeoutSec: 86400, options: "");
        using var folder = new TemporaryFolder();

        using (RunningScript script = session.Start(command, folder.Path))
        {
            await (until ?? script.Answered).Soon();
            await script.StopAsync().Soon();

            await Assert.ThrowsAsync<PipelineStoppedException>(() => script.Ended.Soon());
            Assert.Empty(script.Streams.Error);
            Assert.Empty(script.Streams.Warning);
        }

        await server.Server.HungUp.Soon();
        Assert.Equal(server.HangsAt, server.Server.Requests.Count);
        Assert.Empty(folder.Files);
        Assert.Equal(64512, session.Must("Get-CniSettings").One<CniSettings>().DefaultAsn);
        Assert.Equal(server.HangsAt + 1, server.Server.Requests.Count);
    }

    private static async Task<int> HangsUpAsync(Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1]);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    /// <summary>A server that responds to all requests except one.</summary>
    private sealed class HangingServer : IDisposable
    {
        private const string Cni =
            """{"id":"b0000000-0000-4000-8000-000000000001","account":"0123456789abcdef0123456789abcdef","interconnect":"some","cust_ip":"172.24.0.0/31","p2p_ip":"172.24.0.1/31","magic":{"conduit_name":"core","description":"","mtu":1500}}""";

        private readonly TaskCompletionSource _asked = Patience.Signal();

        public HangingServer(int hangsAt, Func<ScriptedAnswer, ScriptedAnswer> hang, int postStatus = 200)
        {
            HangsAt = hangsAt;
            Server = new ScriptedServer(request =>
            {
                ScriptedAnswer answer = request.Method == "POST" && postStatus != 200 ? ScriptedAnswer.Failure(postStatus, "lost") : Answer(request);
                if (request.Number != hangsAt)
                {
                    return answer;
                }

                _asked.TrySetResult();
                return hang(answer);
            });
        }

        /// <summary>The number of the request that hangs.</summary>
        public int HangsAt { get; }

        public ScriptedServer Server { get; }

        public Task Asked => _asked.Task;

        public void Dispose() => Server.Dispose();

        private static ScriptedAnswer Answer(ScriptedRequest request) => request.Line switch
        {
            "GET settings" or "PUT settings" => ScriptedAnswer.Ok("""{"default_asn":64512}"""),
            "GET cnis?limit=100" => ScriptedAnswer.Page(request.Number, Cni),
            _ when request.Line.StartsWith("GET cnis?", StringComparison.Ordinal) => ScriptedAnswer.Page(null, Cni),
            _ when request.Line.Contains(" cnis", StringComparison.Ordinal) => ScriptedAnswer.Ok(Cni),
            _ when request.Line.EndsWith("/loa", StringComparison.Ordinal) => ScriptedAnswer.Ok($"%PDF-1.7\n{new string('x', 100_000)}\n%%EOF\n") with { ContentType = "application/pdf" },
            _ => ScriptedAnswer.Page(null, Samples.SlotJson(1)),
        };
    }
}
