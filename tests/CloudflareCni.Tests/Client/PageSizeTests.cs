using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>The page sizes of lists, on a real socket: large ones by default, and those that the server accepts if it refuses large ones.</summary>
public sealed class PageSizeTests : ClientTest
{
    private const int Count = 2350;

    [Fact]
    public async Task Ten_thousand_objects_take_eleven_requests()
    {
        await using var server = new ScriptedServer(Slots(10_000, PagedList.ReduceTo(1000)).Answer);
        using CniHttpClient client = Connect(server);

        Assert.Equal(Numbers(10_000), Read(client));
        Assert.Equal(11, server.Requests.Count);
        Assert.Equal(["GET slots?limit=100", "GET slots?cursor=100&limit=1000"], server.Lines.Take(2));
    }

    [Fact]
    public async Task The_first_few_objects_take_one_small_request()
    {
        await using var server = new ScriptedServer(Slots(10_000, PagedList.ReduceTo(1000)).Answer);
        using CniHttpClient client = Connect(server);

        Assert.Equal(Numbers(3), Read(client, take: 3));
        Assert.Equal(["GET slots?limit=100"], server.Lines);
    }

    [Fact]
    public async Task A_list_that_is_needed_completely_begins_with_a_large_page()
    {
        await using var server = new ScriptedServer(Slots(Count, PagedList.ReduceTo(1000)).Answer);
        using CniHttpClient client = Connect(server);

        Assert.Equal(Numbers(Count), await ReadAllAsync(client));
        Assert.Equal(["GET slots?limit=1000", "GET slots?cursor=1000&limit=1000", "GET slots?cursor=2000&limit=1000"], server.Lines);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task A_server_that_refuses_large_pages_is_asked_for_one_only_once(int refusal)
    {
        var slots = new PagedList(Count, Slot, PagedList.RefuseAbove(100)) { Refusal = refusal };
        await using var server = new ScriptedServer(slots.Answer);
        using CniHttpClient client = Connect(server);

        Assert.Equal(Numbers(Count), Read(client));
        Assert.Equal(Numbers(Count), Read(client));
        Assert.Equal(Numbers(Count), await ReadAllAsync(client));

        Assert.Equal("GET slots?cursor=100&limit=1000", Assert.Single(server.Lines, line => line.EndsWith("=1000", StringComparison.Ordinal)));
        Assert.Equal(["GET slots?limit=100", "GET slots?cursor=100&limit=1000", "GET slots?cursor=100&limit=100"], server.Lines.Take(3));
        Assert.Equal((3 * 24) + 1, server.Requests.Count);
    }

    [Fact]
    public async Task A_large_page_is_tried_again_after_a_failure_that_is_not_a_refusal()
    {
        var sizes = new PageSizes();

        await Assert.ThrowsAsync<CniApiException>(() => AskAsync(sizes, 1000, _ => throw new CniApiException(CniErrorKind.ServerError, "words", "GET", "/x", 500)));

        Assert.Equal(1000, await AskAsync(sizes, 1000, Full));
    }

    [Fact]
    public async Task A_large_page_does_not_wait_for_a_small_one_and_two_large_ones_do_not_wait_for_each_other_once_one_was_accepted()
    {
        var sizes = new PageSizes();
        var gate = new TaskCompletionSource();

        Task<int?> small = AskAsync(sizes, 100, limit => AfterAsync(gate.Task, limit));
        Assert.Equal(1000, await AskAsync(sizes, 1000, Full));
        Task<int?> large = AskAsync(sizes, 1000, limit => AfterAsync(gate.Task, limit));
        Assert.Equal(1000, await AskAsync(sizes, 1000, Full));
        gate.SetResult();

        Assert.Equal(100, await small);
        Assert.Equal(1000, await large);
    }

    [Theory]
    [InlineData(100, 1000)]
    [InlineData(99, 100)]
    public async Task A_server_that_ignores_a_large_limit_is_asked_for_small_pages(int count, int next)
    {
        var sizes = new PageSizes();
        await AskAsync(sizes, 100, Full);
        await AskAsync(sizes, 100, Full);

        await AskAsync(sizes, 1000, _ => Task.FromResult(PageOf(count)));

        Assert.Equal(next, await AskAsync(sizes, 1000, Full));
    }

    private static CniPage<int> PageOf(int count) => new([.. Enumerable.Range(0, count)], next: 7);

    private static Task<CniPage<int>> Full(int? limit) => Task.FromResult(PageOf(limit!.Value));

    private static async Task<CniPage<int>> AfterAsync(Task gate, int? limit)
    {
        await gate;
        return PageOf(limit!.Value);
    }

    // Returns the limit that the server was asked with.
    private static async Task<int?> AskAsync(PageSizes sizes, int preferred, Func<int?, Task<CniPage<int>>> answer) =>
        (await sizes.ReadAsync(new CniPageRequest(Limit: preferred, IsLimitPreferred: true), page => answer(page.Limit))).Limit;

    [Fact]
    public async Task A_server_that_refuses_even_the_small_page_chooses_the_size()
    {
        await using var server = new ScriptedServer(Slots(45, PagedList.RefuseAbove(20)).Answer);
        using CniHttpClient client = Connect(server);

        Assert.Equal(Numbers(45), Read(client));
        Assert.Equal(["GET slots?limit=100", "GET slots", "GET slots?cursor=20", "GET slots?cursor=40"], server.Lines);
        Assert.Equal(Numbers(45), await ReadAllAsync(client));
        Assert.Equal(7, server.Requests.Count);
    }

    [Fact]
    public async Task Several_lists_at_the_same_time_share_one_refusal()
    {
        await using var server = new ScriptedServer(Slots(Count, PagedList.RefuseAbove(100)).Answer);
        using CniHttpClient client = Connect(server);

        IReadOnlyList<string>[] lists = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Read(client), Cancellation)));

        Assert.All(lists, list => Assert.Equal(Numbers(Count), list));
        Assert.Single(server.Lines, line => line.EndsWith("=1000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    public async Task A_server_that_reduces_the_size_gives_every_object_once(int maximum)
    {
        await using var server = new ScriptedServer(Slots(Count, PagedList.ReduceTo(maximum)).Answer);
        using CniHttpClient client = Connect(server);

        Assert.Equal(Numbers(Count), Read(client));
        int first = Math.Min(100, maximum);
        Assert.Equal(1 + (int)Math.Ceiling((Count - first) / (double)maximum), server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_ignores_a_large_size_is_asked_for_smaller_pages()
    {
        await using var server = new ScriptedServer(Slots(Count, limit => limit is null or > 100 ? 20 : limit).Answer);
        using CniHttpClient client = Connect(server);

        Assert.Equal(Numbers(Count), Read(client));

        Assert.Equal("GET slots?cursor=100&limit=1000", Assert.Single(server.Lines, line => line.EndsWith("=1000", StringComparison.Ordinal)));
        Assert.Equal(25, server.Requests.Count);
    }

    [Fact]
    public async Task The_size_stays_the_same_if_the_cursor_could_be_a_page_number()
    {
        await using var server = new ScriptedServer(request =>
        {
            int page = PagedList.Number(request, "cursor") ?? 1;
            int size = PagedList.Number(request, "limit") ?? 20;
            return ScriptedAnswer.Page(page * size < Count ? page + 1 : null, Enumerable.Range((page - 1) * size, Math.Min(size, Count - ((page - 1) * size))).Select(Slot));
        });
        using CniHttpClient client = Connect(server);

        Assert.Equal(Numbers(Count), Read(client));
        Assert.Equal(24, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_for_another_reason_is_the_error_of_the_list()
    {
        await using var server = new ScriptedServer(request => ScriptedAnswer.Failure(400, $"no such site, in request {request.Number}"));
        using CniHttpClient client = Connect(server);

        CniApiException failure = Assert.Throws<CniApiException>(() => Read(client));

        Assert.Equal((CniErrorKind.BadRequest, 400), (failure.Kind, failure.StatusCode));
        Assert.Contains("no such site, in request 2 ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["GET slots?limit=100", "GET slots"], server.Lines);
    }

    [Fact]
    public async Task A_refusal_for_another_reason_does_not_change_later_lists()
    {
        await using var server = new ScriptedServer(request => request.Number <= 2 ? ScriptedAnswer.Failure(400, "not now") : Slots(Count, PagedList.ReduceTo(1000)).Answer(request));
        using CniHttpClient client = Connect(server);

        Assert.Throws<CniApiException>(() => Read(client));
        Assert.Equal(Numbers(Count), Read(client));

        Assert.Equal(2 + 4, server.Requests.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Another_error_is_not_taken_for_a_refusal_of_the_size(int status)
    {
        await using var server = ScriptedServer.Always(ScriptedAnswer.Failure(status, "no"));
        using CniHttpClient client = Connect(server);

        Assert.Throws<CniApiException>(() => Read(client));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_specified_size_is_never_changed()
    {
        await using var server = new ScriptedServer(Slots(Count, PagedList.RefuseAbove(100)).Answer);
        using CniHttpClient client = Connect(server);

        CniApiException failure = Assert.Throws<CniApiException>(() => Read(client, pageSize: 500));
        Assert.Equal(400, failure.StatusCode);
        Assert.Equal(["GET slots?limit=500"], server.Lines);
        Assert.Equal(Numbers(Count), Read(client, pageSize: 50));
        Assert.All(server.Lines.Skip(1), line => Assert.EndsWith("limit=50", line, StringComparison.Ordinal));
    }

    private static PagedList Slots(int count, Func<int?, int?> pageSize) => new(count, Slot, pageSize);

    private static string Slot(int number) => SampleAnswers.Slot.Replace("fra01", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static IReadOnlyList<string> Read(CniHttpClient client, int take = int.MaxValue, int? pageSize = null) =>
        [.. Pager(client, pageSize).Read(page => page.GetAwaiter().GetResult(), Cancellation).Take(take).Select(slot => slot.Site)];

    private static async Task<IEnumerable<string>> ReadAllAsync(CniHttpClient client) =>
        (await Pager(client, null).ReadAllAsync(Cancellation)).Select(slot => slot.Site);

    private static Pager<CniSlot> Pager(CniHttpClient client, int? pageSize) =>
        new((page, cancellation) => client.For(Call).ListSlotsAsync(new CniSlotFilter(), page, cancellation), pageSize);
}
