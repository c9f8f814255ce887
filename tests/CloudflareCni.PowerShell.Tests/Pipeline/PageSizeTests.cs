using System;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Pipeline;

/// <summary>Page sizes keep the number of requests small, and don't cause an error if the server prefers other sizes.</summary>
public sealed class PageSizeTests
{
    private const int Count = 1250;

    [Fact]
    public void A_long_list_takes_few_requests()
    {
        using var server = new ScriptedServer(Slots(PagedList.ReduceTo(1000)).Answer);
        using Session session = server.Connect();

        Assert.Equal(Count, session.Must("Get-CniSlot").Output.Count);
        Assert.Equal(["GET slots?limit=100", "GET slots?cursor=100&limit=1000", "GET slots?cursor=1100&limit=1000"], server.Lines);
    }

    [Fact]
    public void A_refused_size_is_neither_an_error_nor_a_warning()
    {
        using var server = new ScriptedServer(Slots(PagedList.RefuseAbove(100)).Answer);
        using Session session = server.Connect();

        RunResult result = session.Must("Get-CniSlot; Get-CniSlot -Occupied $false");

        Assert.Equal(2 * Count, result.Output.Count);
        Assert.Empty(result.Warnings);
        Assert.Single(server.Lines, line => line.Contains("limit=1000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parallel_runspaces_on_one_connection_share_one_refusal()
    {
        using var server = new ScriptedServer(Slots(PagedList.RefuseAbove(100)).Answer);
        using Session owner = server.Connect();
        object connection = owner.Must("Get-CniConnection").Output.Single();
        Session[] others = [.. Enumerable.Range(0, 4).Select(_ => new Session(connectSandbox: false))];

        RunningScript[] scripts = [.. others.Select(session => session.Start("Get-CniSlot -Connection $args[0]", connection))];
        await Task.WhenAll(scripts.Select(script => script.Ended)).Soon();

        Assert.All(scripts, script => Assert.Equal(Count, script.Output.Select(item => ((CniSlot)item.BaseObject).Id).Distinct().Count()));
        Assert.Single(server.Lines, line => line.Contains("limit=1000", StringComparison.Ordinal));
        Assert.All(scripts, script => script.Dispose());
        Assert.All(others, session => session.Dispose());
    }

    [Fact]
    public void A_busy_server_is_asked_again_for_the_same_page()
    {
        using var server = new ScriptedServer(request => request.Number == 2
            ? ScriptedAnswer.Failure(503, "busy").With("Retry-After", "0")
            : Slots(PagedList.ReduceTo(1000)).Answer(request));
        using Session session = server.Connect(options: "");
        session.UseClock();

        Assert.Equal(Count, session.Must("Get-CniSlot").As<CniSlot>().Select(slot => slot.Id).Distinct().Count());
        Assert.Equal(
            ["GET slots?limit=100", "GET slots?cursor=100&limit=1000", "GET slots?cursor=100&limit=1000", "GET slots?cursor=1100&limit=1000"],
            server.Lines);
    }

    [Fact]
    public void PageSize_decides_even_if_the_server_refuses_it()
    {
        using var server = new ScriptedServer(Slots(PagedList.RefuseAbove(100)).Answer);
        using Session session = server.Connect();

        RunResult result = session.Run("Get-CniSlot -PageSize 500");

        Assert.Equal(["CniBadRequest"], result.ErrorIds);
        Assert.Contains("limit is too large", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["GET slots?limit=500"], server.Lines);
    }

    private static PagedList Slots(Func<int?, int?> pageSize) => new(Count, Samples.SlotJson, pageSize);
}
