using System;
using System.Linq;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class CursorGuardTests
{
    [Fact]
    public void Each_cursor_can_appear_once_in_any_order()
    {
        var guard = new CursorGuard();
        foreach (int next in Enumerable.Range(0, 1000).Append(-1))
        {
            guard.Check(next, itemCount: 1);
        }

        guard.Check(null, itemCount: 1);
    }

    [Theory]
    [InlineData(new[] { 5, 5 }, 5, 2)]
    [InlineData(new[] { 0, 0 }, 0, 2)]
    [InlineData(new[] { 1, 2, 3, 2 }, 2, 4)]
    [InlineData(new[] { 7, 3, 7 }, 7, 3)]
    public void A_repeated_cursor_ends_the_list(int[] cursors, int repeated, int pages)
    {
        var guard = new CursorGuard();
        foreach (int next in cursors[..^1])
        {
            guard.Check(next, itemCount: 1);
        }

        CniException failure = Assert.Throws<CniException>(() => guard.Check(cursors[^1], itemCount: 1));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
        Assert.Contains($"the cursor {repeated} a second time, after {pages} pages", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_can_have_more_than_32_bits()
    {
        var guard = new CursorGuard();
        guard.Check(5, itemCount: 1);
        guard.Check(5 + (1L << 32), itemCount: 1);

        Assert.True(guard.Repeats(5 + (1L << 32)));
        Assert.Contains("4294967301", Assert.Throws<CniException>(() => guard.Check(5 + (1L << 32), itemCount: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checking_whether_a_cursor_repeats_does_not_record_it()
    {
        var guard = new CursorGuard();
        Assert.False(guard.Repeats(3));
        Assert.False(guard.Repeats(3));
        guard.Check(3, itemCount: 1);
        Assert.True(guard.Repeats(3));
        Assert.False(guard.Repeats(4));
        Assert.False(guard.Repeats(null));
        guard.Check(null, itemCount: 1);
        Assert.False(guard.Repeats(null));
    }

    [Fact]
    public void Several_empty_pages_in_a_row_end_the_list_whatever_their_cursors()
    {
        var guard = new CursorGuard();
        foreach (long next in new[] { 20L, 40, 60, long.MaxValue })
        {
            guard.Check(next, itemCount: 0);
        }

        CniException failure = Assert.Throws<CniException>(() => guard.Check(80, itemCount: 0));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
        Assert.Contains("5 pages in a row without new items", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_empty_pages_do_not_end_the_list_and_the_last_page_can_be_empty()
    {
        var guard = new CursorGuard();
        for (int next = 1; next < 100; next++)
        {
            guard.Check(next, itemCount: next % 5 == 0 ? 1 : 0);
        }

        guard.Check(null, itemCount: 0);
    }
}
