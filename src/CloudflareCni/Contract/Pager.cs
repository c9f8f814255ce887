using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni;

/// <summary>Requests one page of a list.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="page">The page to read.</param>
/// <param name="cancellationToken">Cancels the request.</param>
/// <returns>The page.</returns>
internal delegate Task<CniPage<T>> PageReader<T>(CniPageRequest page, CancellationToken cancellationToken);

/// <summary>Reads a list page by page. Several lists can be read at the same time, each with its own pager.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="read">Requests one page.</param>
/// <param name="pageSize">The maximum number of objects on a page; <see langword="null"/> for the server's default.</param>
internal sealed class Pager<T>(PageReader<T> read, int? pageSize = null)
{
    /// <summary>Reads the list as far as the caller enumerates it, and one page ahead.</summary>
    /// <remarks>
    /// The second page is requested when the caller has read more than half of the first one, so that reading the first few objects requires only one
    /// request. Every later page is requested as soon as the previous one has arrived. At most two pages are in memory.
    /// </remarks>
    /// <param name="wait">Waits for a page.</param>
    /// <param name="cancellationToken">Cancels the requests. The end of the enumeration cancels them, too.</param>
    /// <returns>The objects, in the server's order.</returns>
    /// <exception cref="CniException">The list doesn't end.</exception>
    public IEnumerable<T> Read(Func<Task<CniPage<T>>, CniPage<T>> wait, CancellationToken cancellationToken)
    {
        var guard = new CursorGuard();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            CniPage<T> page = wait(RequestAsync(null, reading.Token));
            for (int readAheadFrom = (page.Items.Count / 2) + 1; ; readAheadFrom = 0)
            {
                Task<CniPage<T>>? ahead = null;
                for (int i = 0; i < page.Items.Count; i++)
                {
                    if (i == readAheadFrom && page.Next is not null && !guard.Repeats(page.Next))
                    {
                        ahead = RequestAsync(page.Next, reading.Token);
                    }

                    yield return page.Items[i];
                }

                guard.Check(page.Next, page.Items.Count);
                if (page.Next is null)
                {
                    yield break;
                }

                page = wait(ahead ?? RequestAsync(page.Next, reading.Token));
            }
        }
        finally
        {
            // A page that was requested ahead and isn't needed anymore.
            reading.Cancel();
        }
    }

    /// <summary>Reads the list without waiting for the caller.</summary>
    /// <remarks>Pages after the first are requested on any thread.</remarks>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <param name="limit">The number of objects after which no further page is requested. All objects of the last page are returned.</param>
    /// <returns>The objects, in the server's order.</returns>
    /// <exception cref="CniException">The list doesn't end.</exception>
    public async Task<IReadOnlyList<T>> ReadAllAsync(CancellationToken cancellationToken, int limit = int.MaxValue)
    {
        var guard = new CursorGuard();
        var objects = new List<T>();
        long? cursor = null;
        do
        {
            CniPage<T> page = await RequestAsync(cursor, cancellationToken).ConfigureAwait(false);
            objects.AddRange(page.Items);
            guard.Check(page.Next, page.Items.Count);
            cursor = page.Next;
        }
        while (cursor is not null && objects.Count < limit);

        return objects;
    }

    private Task<CniPage<T>> RequestAsync(long? cursor, CancellationToken cancellationToken) => read(new CniPageRequest(cursor, pageSize), cancellationToken);
}
