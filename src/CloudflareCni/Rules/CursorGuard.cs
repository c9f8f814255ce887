using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Checks the cursors of one list, to detect a list that never ends. Not thread-safe.</summary>
public sealed class CursorGuard
{
    // A server that applies the filter after paging may return a few.
    private const int MaxEmptyPages = 5;

    private readonly HashSet<long> _seen = [];
    private int _pages;
    private int _emptyPages;

    /// <summary>Determines whether an earlier page had this cursor.</summary>
    /// <param name="next">The page's <c>next</c>, or <see langword="null"/> on the last page.</param>
    /// <returns><see langword="true"/> if <see cref="Check"/> would throw for it; otherwise, <see langword="false"/>.</returns>
    public bool Repeats(long? next) => next is not null && _seen.Contains(next.Value);

    /// <summary>Records a page that was read.</summary>
    /// <param name="next">The page's <c>next</c>, or <see langword="null"/> on the last page.</param>
    /// <param name="itemCount">The number of items on the page. If the list can repeat items, the number of new ones.</param>
    /// <exception cref="CniException">
    /// An earlier page had this cursor, or several pages in a row had no items (<see cref="CniErrorKind.InvalidResponse"/>).
    /// </exception>
    public void Check(long? next, int itemCount)
    {
        _pages++;
        _emptyPages = itemCount == 0 ? _emptyPages + 1 : 0;
        if (next is null)
        {
            return;
        }

        if (!_seen.Add(next.Value))
        {
            throw Endless($"The API returned the cursor {DisplayText.Number(next.Value)} a second time, after {DisplayText.Number(_pages)} pages");
        }

        if (_emptyPages >= MaxEmptyPages)
        {
            throw Endless($"The API returned {DisplayText.Number(_emptyPages)} pages in a row without new items, and each named another page");
        }
    }

    private static CniException Endless(string what) =>
        new(CniErrorKind.InvalidResponse, $"{what}, so the list doesn't end. This is a server error. Try again later.");
}
