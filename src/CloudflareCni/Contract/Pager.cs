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
/// <param name="pageSize">
/// The maximum number of objects on a page, or <see langword="null"/> for large pages, or smaller ones if the server refuses large ones.
/// </param>
internal sealed class Pager<T>(PageReader<T> read, int? pageSize = null)
{
    /// <summary>Reads the list as far as the caller enumerates it, and one page ahead.</summary>
    /// <remarks>
    /// Unless there's a page size, the first page is small. The second page is requested when the caller has read more than half of the first one, so that
    /// reading the first few objects requires only one quick request. Every later page is large and is requested as soon as the previous one has arrived. At
    /// most two pages are in memory.
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
            CniPage<T> page = wait(read(First(CniPageRequest.FirstLimit), reading.Token));
            CniPageRequest following = After(page);
            for (int readAheadFrom = (page.Items.Count / 2) + 1; ; readAheadFrom = 0)
            {
                Task<CniPage<T>>? ahead = null;
                for (int i = 0; i < page.Items.Count; i++)
                {
                    if (i == readAheadFrom && page.Next is not null && !guard.Repeats(page.Next))
                    {
                        ahead = read(following with { Cursor = page.Next }, reading.Token);
                    }

                    yield return page.Items[i];
                }

                guard.Check(page.Next, page.Items.Count);
                if (page.Next is null)
                {
                    yield break;
                }

                page = wait(ahead ?? read(following with { Cursor = page.Next }, reading.Token));
            }
        }
        finally
        {
            // A page that was requested ahead and isn't needed anymore.
            reading.Cancel();
        }
    }

    /// <summary>Reads the list without waiting for the caller.</summary>
    /// <remarks>All pages are large, unless there's a page size. Pages after the first are requested on any thread.</remarks>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <param name="limit">The number of objects after which no further page is requested. All objects of the last page are returned.</param>
    /// <returns>The objects, in the server's order.</returns>
    /// <exception cref="CniException">The list doesn't end.</exception>
    public async Task<IReadOnlyList<T>> ReadAllAsync(CancellationToken cancellationToken, int limit = int.MaxValue)
    {
        var guard = new CursorGuard();
        var objects = new List<T>();
        CniPage<T> page = await read(First(CniPageRequest.FullLimit), cancellationToken).ConfigureAwait(false);
        CniPageRequest following = After(page);
        while (true)
        {
            objects.AddRange(page.Items);
            guard.Check(page.Next, page.Items.Count);
            if (page.Next is null || objects.Count >= limit)
            {
                return objects;
            }

            page = await read(following with { Cursor = page.Next }, cancellationToken).ConfigureAwait(false);
        }
    }

    private CniPageRequest First(int preferred) => new(null, pageSize ?? preferred, IsLimitPreferred: pageSize is null);

    // The API doesn't document its cursors. One that is smaller than the page could be a page number, which identifies other objects if the limit changes.
    private CniPageRequest After(CniPage<T> first) =>
        pageSize is not null ? new CniPageRequest(Limit: pageSize)
        : first.Next < Math.Max(first.Items.Count, first.Limit ?? 0) ? new CniPageRequest(Limit: first.Limit)
        : new CniPageRequest(Limit: CniPageRequest.FullLimit, IsLimitPreferred: true);
}
