using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Pipeline;

/// <summary>A list is returned as it arrives, and only the pages that are needed are requested.</summary>
public sealed class PagingTests
{
    [Fact]
    public async Task The_first_page_is_returned_while_the_second_is_requested()
    {
        TaskCompletionSource second = Patience.Signal();
        using var server = new ScriptedServer(request => request.Number == 1
            ? ScriptedAnswer.Page(2, Samples.SlotJson(1))
            : ScriptedAnswer.Page(null, Samples.SlotJson(2)) with { BeforeHeaders = second.Task });
        using Session session = server.Connect();

        using RunningScript script = session.Start("Get-CniSlot");
        await script.Wrote.Soon();

        Assert.False(script.Ended.IsCompleted);
        Assert.Single(script.Output);
        second.SetResult();
        await script.Ended.Soon();
        Assert.Empty(script.Streams.Error);
        Assert.Equal([Samples.Id(1), Samples.Id(2)], script.Output.Select(item => ((CniSlot)item.BaseObject).Id.ToString()));
    }

    [Theory]
    [InlineData("do { Get-CniSlot | ForEach-Object { $_; break } } while ($false)", "Select-Object -First 1 in short")]
    [InlineData("try { Get-CniSlot | ForEach-Object { $_; throw 'enough' } } catch { }", "a failure downstream")]
    [InlineData("Get-CniSlot | ForEach-Object { $_; Get-CniSlot no-guid -ErrorAction Stop }", "-ErrorAction Stop downstream")]
    public void No_further_page_is_requested_when_the_pipeline_stops(string script, string because)
    {
        using var server = new ScriptedServer(request => ScriptedAnswer.Page(request.Number + 1, Samples.SlotJson(1), Samples.SlotJson(2)));
        using Session session = server.Connect();

        RunResult result = session.Run(script);

        Assert.Single(result.Output);
        Assert.True(server.Requests.Count == 1, $"{because}: {server.Requests.Count} requests");
    }

    [Fact]
    public async Task No_further_page_is_requested_after_stopping_between_pages()
    {
        TaskCompletionSource second = Patience.Signal();
        using var server = new ScriptedServer(request => request.Number == 1
            ? ScriptedAnswer.Page(2, Samples.SlotJson(1))
            : ScriptedAnswer.Page(request.Number + 1, Samples.SlotJson(2)) with { BeforeHeaders = second.Task });
        using Session session = server.Connect();

        using RunningScript script = session.Start("Get-CniSlot");
        await script.Wrote.Soon();
        await script.StopAsync().Soon();
        second.SetResult();

        Assert.Single(script.Output);
        Assert.InRange(server.Requests.Count, 1, 2);
    }

    [Fact]
    public void Each_piped_interconnect_has_its_own_list()
    {
        using var server = new ScriptedServer(request => ScriptedAnswer.Page(null));
        using Session session = server.Connect();

        session.Must("$args | Get-Cni -PageSize 3", Samples.Physical, Samples.Gcp);

        Assert.Equal([$"GET cnis?slot={Samples.SlotId}&limit=3", "GET cnis?limit=3"], server.Lines);
    }
}
