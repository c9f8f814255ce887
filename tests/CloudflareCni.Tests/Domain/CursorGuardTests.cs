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
            guard.Check(next);
        }

        guard.Check(null);
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
            guard.Check(next);
        }

        CniException failure = Assert.Throws<CniException>(() => guard.Check(cursors[^1]));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
        Assert.Contains($"the cursor {repeated} a second time, after {pages} pages", failure.Message, StringComparison.Ordinal);
    }
}
