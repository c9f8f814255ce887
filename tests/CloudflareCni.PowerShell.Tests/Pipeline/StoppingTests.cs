using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Pipeline;

/// <summary>Ctrl+C frees the pipeline at once, whatever the server does.</summary>
public sealed class StoppingTests
{
    [Theory]
    [InlineData("Get-CniSlot", false)]
    [InlineData("Get-CniSlot", true)]
    [InlineData("'a', 'b' | Get-CniInterconnectStatus -ThrottleLimit 1", false)]
    [InlineData("New-Cni some -ConduitName x -Mtu 1500", false)]
    [InlineData("Set-CniSettings 64512", true)]
    [InlineData("Save-CniLoa some -LiteralPath $args[0]", true)]
    public async Task A_server_that_hangs_does_not_hold_the_pipeline(string command, bool headersCame)
    {
        TaskCompletionSource asked = Patience.Signal();
        Task never = Patience.Signal().Task;
        using var server = new ScriptedServer(_ =>
        {
            asked.TrySetResult();
            ScriptedAnswer answer = ScriptedAnswer.Ok("{}");
            return headersCame ? answer with { BeforeBody = never } : answer with { BeforeHeaders = never };
        });
        using Session session = server.Connect(timeoutSec: 86400);
        using var folder = new TemporaryFolder();

        using RunningScript script = session.Start(command, folder.Path);
        await asked.Task.Soon();
        await script.StopAsync().Soon();

        await Assert.ThrowsAsync<PipelineStoppedException>(() => script.Ended.Soon());
        Assert.Empty(script.Streams.Error);
        Assert.Single(server.Requests);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task A_connect_that_looks_for_its_account_can_be_stopped()
    {
        TaskCompletionSource asked = Patience.Signal();
        using var server = new ScriptedServer(_ =>
        {
            asked.TrySetResult();
            return ScriptedAnswer.Ok("{}") with { BeforeHeaders = Patience.Signal().Task };
        });
        using var session = new Session(connectSandbox: false);

        using RunningScript script = session.Start("Connect-Cni -BaseUri $args[0] -ApiToken $args[1]", server.BaseUri, Secret.Of("t"));
        await asked.Task.Soon();
        await script.StopAsync().Soon();

        await Assert.ThrowsAsync<PipelineStoppedException>(() => script.Ended.Soon());
    }

    [Fact]
    public async Task The_session_works_on_after_a_stop()
    {
        TaskCompletionSource asked = Patience.Signal();
        using var server = new ScriptedServer(request =>
        {
            asked.TrySetResult();
            ScriptedAnswer answer = ScriptedAnswer.Ok("""{"default_asn":64512}""");
            return request.Number == 1 ? answer with { BeforeHeaders = Patience.Signal().Task } : answer;
        });
        using Session session = server.Connect();
        using (RunningScript script = session.Start("Get-CniSettings"))
        {
            await asked.Task.Soon();
            await script.StopAsync().Soon();
        }

        Assert.Equal(64512, session.Must("Get-CniSettings").One<CniSettings>().DefaultAsn);
    }
}
