using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Watches the cursors of one list, so that a server that sends a reader round in circles is noticed. Not thread-safe.</summary>
public sealed class CursorGuard
{
    private readonly HashSet<long> _seen = [];
    private int _pages;

    /// <summary>Whether a page before had this cursor already.</summary>
    /// <param name="next">The page's <c>next</c>; null on the last page.</param>
    /// <returns>True when <see cref="Check"/> would refuse it.</returns>
    public bool Repeats(long? next) => next is not null && _seen.Contains(next.Value);

    /// <summary>Takes note of a page that was read.</summary>
    /// <param name="next">The page's <c>next</c>; null on the last page.</param>
    /// <exception cref="CniException">A page before had this cursor already (<see cref="CniErrorKind.InvalidResponse"/>).</exception>
    public void Check(long? next)
    {
        _pages++;
        if (next is not null && !_seen.Add(next.Value))
        {
            throw new CniException(
                CniErrorKind.InvalidResponse,
                $"The API gave the cursor {Shown.Number(next.Value)} a second time, after {Shown.Number(_pages)} pages: the list would never end. "
                + "That is a fault of the server: try again later.");
        }
    }
}
