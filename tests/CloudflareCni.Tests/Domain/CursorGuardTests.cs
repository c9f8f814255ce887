using System;
using System.Linq;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class CursorGuardTests
{
    [Fact]
    public void Each_cursor_may_come_once_in_any_order()
    {
        var guard = new CursorGuard();
        foreach (int next in Enumerable.Range(0, 1000).Append(-1))
        {
            guard.Check(next);
        }

        guard.Check(null);
    }

    [Theory]
    [InlineData(new[] { 5, 5 }, 5, 2)]
    [InlineData(new[] { 0, 0 }, 0, 2)]
    [InlineData(new[] { 1, 2, 3, 2 }, 2, 4)]
    [InlineData(new[] { 7, 3, 7 }, 7, 3)]
    public void A_cursor_that_comes_again_ends_the_list(int[] cursors, int repeated, int pages)
    {
        var guard = new CursorGuard();
        foreach (int next in cursors[..^1])
        {
            guard.Check(next);
        }

        CniException failure = Assert.Throws<CniException>(() => guard.Check(cursors[^1]));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
        Assert.Contains($"the cursor {repeated} a second time, after {pages} pages", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_may_need_more_than_32_bits()
    {
        var guard = new CursorGuard();
        guard.Check(5);
        guard.Check(5 + (1L << 32));

        Assert.True(guard.Repeats(5 + (1L << 32)));
        Assert.Contains("4294967301", Assert.Throws<CniException>(() => guard.Check(5 + (1L << 32))).Message, System.StringComparison.Ordinal);
    }
}
