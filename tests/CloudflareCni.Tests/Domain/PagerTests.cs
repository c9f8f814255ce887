using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class PagerTests
{
    private readonly List<long?> _requested = [];
    private CancellationToken _latest;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_list_is_read_to_its_end_in_the_order_of_its_pages()
    {
        Assert.Equal(Enumerable.Range(0, 10), Read(Pages(10, pageSize: 4)));
        Assert.Equal([null, 4, 8], _requested);
    }

    [Fact]
    public async Task A_whole_list_is_read_without_a_caller_that_enumerates_it()
    {
        Assert.Equal(Enumerable.Range(0, 10), await Pages(10, pageSize: 4).ReadAllAsync(Cancellation));
        Assert.Equal([null, 4, 8], _requested);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    public void A_page_is_requested_ahead_once_more_than_half_of_the_first_was_taken(int taken, int requests)
    {
        Assert.Equal(taken, Read(Pages(100, pageSize: 4)).Take(taken).Count());
        Assert.Equal(requests, _requested.Count);
    }

    [Fact]
    public void The_end_of_the_enumeration_ends_the_page_that_was_requested_ahead()
    {
        Assert.Equal(6, Read(Pages(100, pageSize: 4)).Take(6).Count());

        Assert.True(_latest.IsCancellationRequested);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(8, 2)]
    public async Task After_the_limit_no_further_page_is_requested(int limit, int pages)
    {
        Assert.Equal(pages * 4, (await Pages(100, pageSize: 4).ReadAllAsync(Cancellation, limit)).Count);
        Assert.Equal(pages, _requested.Count);
    }

    [Fact]
    public async Task Several_lists_are_read_at_the_same_time_and_each_fails_alone()
    {
        var gate = new TaskCompletionSource();
        int underWay = 0;
        Task<IReadOnlyList<int>>[] lists = [.. Enumerable.Range(0, 3).Select(list => new Pager<int>(async (page, _) =>
        {
            if (Interlocked.Increment(ref underWay) == 3)
            {
                gate.SetResult();
            }

            await gate.Task;
            return list == 1 ? throw new CniException(CniErrorKind.NotConnected, "no") : new CniPage<int>([list], null);
        }).ReadAllAsync(Cancellation))];

        Assert.Equal([0], await lists[0]);
        await Assert.ThrowsAsync<CniException>(() => lists[1]);
        Assert.Equal([2], await lists[2]);
    }

    [Fact]
    public async Task A_list_without_an_end_is_an_error()
    {
        var endless = new Pager<int>((page, _) => Task.FromResult(new CniPage<int>([1], 7)));

        Assert.Throws<CniException>(() => Read(endless).Count());
        await Assert.ThrowsAsync<CniException>(() => endless.ReadAllAsync(Cancellation));
    }

    [Theory]
    [InlineData(99, 100, null, "100? 1000? 1000?")] // a position: the number of objects before it
    [InlineData(5000, 100, null, "100? 1000? 1000?")] // an ID
    [InlineData(2, 100, null, "100? 100 100")] // a page number
    [InlineData(2, 1, null, "100? 100 100")] // the same, although the server's pages are smaller than the limit
    [InlineData(2, 100, 30, "30 30 30")]
    public void Pages_become_large_unless_the_cursor_depends_on_their_size(int next, int count, int? pageSize, string limits)
    {
        var asked = new List<CniPageRequest>();
        var pager = new Pager<int>(
            (page, _) =>
            {
                asked.Add(page);
                return Task.FromResult(new CniPage<int>([.. Enumerable.Range(0, count)], asked.Count == 3 ? null : next + asked.Count) { Limit = page.Limit });
            },
            pageSize);

        Assert.Equal(3 * count, Read(pager).Count());
        Assert.Equal(limits, string.Join(' ', asked.Select(page => $"{page.Limit}{(page.IsLimitPreferred ? "?" : "")}")));
        Assert.Equal([null, next + 1, next + 2], asked.Select(page => page.Cursor));
    }

    private static IEnumerable<int> Read(Pager<int> pager) => pager.Read(page => page.GetAwaiter().GetResult(), Cancellation);

    private Pager<int> Pages(int count, int pageSize) => new(
        (page, cancellation) =>
        {
            Assert.Equal(pageSize, page.Limit);
            _requested.Add(page.Cursor);
            _latest = cancellation;
            int start = (int)(page.Cursor ?? 0);
            int end = Math.Min(start + pageSize, count);
            return Task.FromResult(new CniPage<int>([.. Enumerable.Range(start, end - start)], end < count ? end : null));
        },
        pageSize);
}
