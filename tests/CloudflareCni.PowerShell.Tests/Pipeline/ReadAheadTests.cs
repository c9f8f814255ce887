using System.Linq;
using System.Threading;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Pipeline;

/// <summary>The next page of a list is requested while the current page is returned, but only if it's likely to be needed.</summary>
public sealed class ReadAheadTests
{
    private const int PageItems = 6;

    [Theory]
    [InlineData(2, 5)]
    [InlineData(3, PageItems + 1)]
    public void The_next_page_is_requested_while_an_object_is_still_in_the_pipeline(int page, int item)
    {
        using var asked = new ManualResetEventSlim();
        using var server = new ScriptedServer(request =>
        {
            if (request.Number == page)
            {
                asked.Set();
            }

            return Page(request.Number, last: 3);
        });
        using Session session = server.Connect();

        RunResult result = session.Must(
            "$asked, $item = $args; $seen = 0; Get-CniSlot | ForEach-Object { if (++$seen -eq $item) { $asked.Wait(900000) } }", asked, item);

        Assert.True(result.One<bool>(), "the page was not asked for while the pipeline was busy");
        Assert.Equal(["GET slots?limit=100", "GET slots?cursor=2&limit=100", "GET slots?cursor=3&limit=100"], server.Lines);
    }

    [Fact]
    public void The_first_few_objects_take_one_request()
    {
        using var server = new ScriptedServer(request => Page(request.Number, last: 3));
        using Session session = server.Connect();

        RunResult result = session.Must("$seen = 0; do { Get-CniSlot | ForEach-Object { $_; if (++$seen -eq 3) { break } } } while ($false)");

        Assert.Equal(3, result.Output.Count);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_page_that_is_not_needed_anymore_is_cancelled()
    {
        using var asked = new ManualResetEventSlim();
        using var server = new ScriptedServer(request =>
        {
            if (request.Number == 1)
            {
                return Page(1, last: 3);
            }

            asked.Set();
            return Page(2, last: 3) with { BeforeHeaders = Patience.Signal().Task };
        });
        using Session session = server.Connect();

        RunResult result = session.Must(
            "$asked = $args[0]; $seen = 0; do { Get-CniSlot | ForEach-Object { if (++$seen -eq 5) { $asked.Wait(900000); break } } } while ($false)", asked);

        Assert.True(result.One<bool>());
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void An_error_for_the_next_page_follows_the_objects_of_this_page()
    {
        using var server = new ScriptedServer(request => request.Number == 1 ? Page(1, last: 3) : ScriptedAnswer.Failure(403, "no more"));
        using Session session = server.Connect();

        RunResult result = session.Run("Get-CniSlot");

        Assert.Equal(PageItems, result.Output.Count);
        Assert.Equal(["CniAccessDenied"], result.ErrorIds);
    }

    private static ScriptedAnswer Page(int number, int last) =>
        ScriptedAnswer.Page(number == last ? null : number + 1, Enumerable.Range(number * PageItems, PageItems).Select(Samples.SlotJson));
}
