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
    public void Whether_a_cursor_repeats_can_be_asked_without_taking_note_of_it()
    {
        var guard = new CursorGuard();
        Assert.False(guard.Repeats(3));
        Assert.False(guard.Repeats(3));
        guard.Check(3);
        Assert.True(guard.Repeats(3));
        Assert.False(guard.Repeats(4));
        Assert.False(guard.Repeats(null));
        guard.Check(null);
        Assert.False(guard.Repeats(null));
    }
}
