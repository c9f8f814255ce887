using System;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Learns the page sizes that a server accepts, from its responses to the preferred ones.</summary>
/// <remarks>
/// The largest limit isn't documented. If a server refuses the preferred limit, the same page is requested with a smaller one, and finally without one. What
/// the server accepts then applies to all lists of the client, so that it's asked for too much only once, also by concurrent lists.
/// </remarks>
internal sealed class PageSizes
{
    // No limit, so that the server decides.
    private const int None = 0;

    private readonly object _gate = new();
    private int _largest = CniPageRequest.FullLimit;
    private bool _isLargestAccepted;
    private bool _isLargestTried;
    private bool _hasFullFirstPage;

    /// <summary>Reads a page with the preferred limit or, if the server refuses it, with a smaller one.</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    /// <param name="page">The page. If its limit is required, it isn't changed.</param>
    /// <param name="read">Requests the page with its limit.</param>
    /// <returns>The page, with the limit that the request was sent with.</returns>
    /// <exception cref="CniApiException">The request failed for another reason, so the smallest page failed as well.</exception>
    public async Task<CniPage<T>> ReadAsync<T>(CniPageRequest page, Func<CniPageRequest, Task<CniPage<T>>> read)
    {
        CniPage<T> answer;
        if (!page.IsLimitPreferred)
        {
            answer = await read(page).ConfigureAwait(false);
            answer.Limit = page.Limit;
            return answer;
        }

        (int wanted, bool isTrial) = Choose(page.Limit ?? None);
        try
        {
            (answer, int limit) = await ReadAsync(page, wanted, read).ConfigureAwait(false);
            UpdateFromResponse(wanted, limit, answer.Items.Count, answer.Next is null);
            return answer;
        }
        finally
        {
            if (isTrial)
            {
                EndTrial();
            }
        }
    }

    private static async Task<(CniPage<T> Answer, int Limit)> ReadAsync<T>(CniPageRequest page, int limit, Func<CniPageRequest, Task<CniPage<T>>> read)
    {
        while (true)
        {
            try
            {
                int? sent = limit == None ? null : limit;
                CniPage<T> answer = await read(page with { Limit = sent }).ConfigureAwait(false);
                answer.Limit = sent;
                return (answer, limit);
            }
            catch (CniApiException refusal) when (limit != None && refusal is { Kind: CniErrorKind.BadRequest, StatusCode: 400 or 422 })
            {
                // The refusal may have another reason. The request with the smallest page then shows it.
                limit = limit > CniPageRequest.FirstLimit ? CniPageRequest.FirstLimit : None;
            }
        }
    }

    // While one list tries a large page for the first time, the others don't wait for the result, but use small pages.
    private (int Limit, bool IsTrial) Choose(int preferred)
    {
        lock (_gate)
        {
            int limit = Math.Min(preferred, _largest);
            if (limit <= CniPageRequest.FirstLimit || _isLargestAccepted)
            {
                return (limit, false);
            }

            if (_isLargestTried)
            {
                return (CniPageRequest.FirstLimit, false);
            }

            _isLargestTried = true;
            return (limit, true);
        }
    }

    private void UpdateFromResponse(int wanted, int accepted, int count, bool isLast)
    {
        lock (_gate)
        {
            if (accepted < wanted)
            {
                _largest = Math.Min(_largest, accepted);
            }
            else if (accepted > CniPageRequest.FirstLimit)
            {
                _isLargestAccepted = true;

                // Some servers ignore a limit that is too large, and use their small default.
                if (!isLast && count < CniPageRequest.FirstLimit && _hasFullFirstPage)
                {
                    _largest = CniPageRequest.FirstLimit;
                }
            }
            else
            {
                _hasFullFirstPage |= count >= CniPageRequest.FirstLimit;
            }
        }
    }

    private void EndTrial()
    {
        lock (_gate)
        {
            _isLargestTried = false;
        }
    }
}
