using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni;

/// <summary>Requests one page of a list.</summary>
/// <typeparam name="T">The model that is listed.</typeparam>
/// <param name="page">Which page.</param>
/// <param name="cancellationToken">Ends the request.</param>
/// <returns>The page.</returns>
internal delegate Task<CniPage<T>> PageReader<T>(CniPageRequest page, CancellationToken cancellationToken);

/// <summary>Follows a list from page to page to its end. Several lists can be read at the same time, each with a pager of its own.</summary>
/// <typeparam name="T">The model that is listed.</typeparam>
/// <param name="read">Requests one page.</param>
/// <param name="pageSize">How many objects a page may have; <see langword="null"/> leaves it to the server.</param>
internal sealed class Pager<T>(PageReader<T> read, int? pageSize = null)
{
    /// <summary>Reads the list only as far as the caller enumerates it, and a page ahead.</summary>
    /// <remarks>
    /// The second page is requested when more than half of the first has been taken, so that a caller who wants the first few objects costs one
    /// request; every later page as soon as the one before it has arrived. Only two pages are in memory.
    /// </remarks>
    /// <param name="wait">Waits for a page.</param>
    /// <param name="cancellationToken">Ends the requests, which the end of the enumeration does, too.</param>
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
            // A page that was requested ahead and isn't wanted any more.
            reading.Cancel();
        }
    }

    /// <summary>Reads the list without waiting for the caller.</summary>
    /// <remarks>Pages after the first are requested on any thread.</remarks>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <param name="limit">After how many objects no further page is requested; those of the last page are returned, too.</param>
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
