using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Errors;

/// <summary>A server whose list doesn't end.</summary>
public sealed class CursorTests
{
    [Theory]
    [InlineData(new[] { 5, 5 }, 2)]
    [InlineData(new[] { 5, 9, 5 }, 3)]
    [InlineData(new[] { 9, 5, 9 }, 3)]
    public void A_repeated_cursor_ends_the_list_with_an_error_after_the_objects(int[] cursors, int requests)
    {
        using var server = new ScriptedServer(request => request.Number > 10
            ? ScriptedAnswer.Failure(500, "asked for ever")
            : ScriptedAnswer.Page(cursors[(request.Number - 1) % cursors.Length], Samples.SlotJson(request.Number)));
        using Session session = server.Connect();

        RunResult result = session.RunToFirstEnd("Get-CniSlot");

        Assert.Equal("CniInvalidResponse", Assert.Single(result.ErrorIds));
        Assert.Contains($"cursor {cursors[^1]} a second time", result.AllErrors[0].ToString());
        Assert.Equal(Enumerable.Range(1, requests).Select(Samples.Id), result.As<CniSlot>().Select(slot => slot.Id.ToString()));
        Assert.Equal(requests, server.Requests.Count);
    }

    [Theory]
    [InlineData("Get-CniSlot")]
    [InlineData("Get-CniInterconnect")]
    [InlineData("Get-Cni")]
    public void Endless_empty_pages_are_an_error(string script)
    {
        using var server = new ScriptedServer(request => request.Number > 20 ? ScriptedAnswer.Failure(500, "asked for ever") : ScriptedAnswer.Page(request.Number * 20));
        using Session session = server.Connect();

        RunResult result = session.RunToFirstEnd(script);

        Assert.Equal("CniInvalidResponse", Assert.Single(result.ErrorIds));
        Assert.Contains("5 pages in a row", result.AllErrors[0].ToString());
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public void A_list_is_read_to_its_end_with_the_servers_cursors()
    {
        using var server = new ScriptedServer(request => request.Number switch
        {
            1 => ScriptedAnswer.Page(20, Samples.SlotJson(1), Samples.SlotJson(2)),
            2 => ScriptedAnswer.Page(7, []),
            _ => ScriptedAnswer.Page(null, Samples.SlotJson(3)),
        });
        using Session session = server.Connect();

        RunResult result = session.Must("Get-CniSlot -Site FRA03 -PageSize 2");

        Assert.Equal(3, result.Output.Count);
        Assert.Equal(
            ["GET slots?site=FRA03&limit=2", "GET slots?site=FRA03&cursor=20&limit=2", "GET slots?site=FRA03&cursor=7&limit=2"],
            server.Lines);
    }
}
