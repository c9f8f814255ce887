using System;
using System.Globalization;
using System.Linq;

namespace CloudflareCni.Tests.Wire;

/// <summary>A list of a server that has its own opinion of page sizes. Its cursors are the positions of the objects.</summary>
/// <param name="count">The number of objects.</param>
/// <param name="item">Creates an object as JSON from its number, from 0.</param>
/// <param name="pageSize">Returns the size of a page for a request's limit; null to refuse the limit. The limit is null if the request doesn't have one.</param>
internal sealed class PagedList(int count, Func<int, string> item, Func<int?, int?> pageSize)
{
    /// <summary>Gets the status of a refusal.</summary>
    public int Refusal { get; init; } = 400;

    /// <summary>Creates a page size like that of a server that accepts any limit up to a maximum, and refuses larger ones.</summary>
    public static Func<int?, int?> RefuseAbove(int maximum) => limit => limit > maximum ? null : limit ?? Math.Min(20, maximum);

    /// <summary>Creates a page size like that of a server that reduces a limit to a maximum.</summary>
    public static Func<int?, int?> ReduceTo(int maximum) => limit => Math.Min(limit ?? 20, maximum);

    /// <summary>Returns the number in the query of a request, or <see langword="null"/> if it doesn't have one.</summary>
    public static int? Number(ScriptedRequest request, string name)
    {
        string query = request.Target.Substring(request.Target.IndexOf('?') + 1);
        string? pair = query.Split('&').SingleOrDefault(one => one.StartsWith(name + "=", StringComparison.Ordinal));
        return pair is null ? null : int.Parse(pair.Substring(name.Length + 1), CultureInfo.InvariantCulture);
    }

    /// <summary>Answers a request for a page.</summary>
    public ScriptedAnswer Answer(ScriptedRequest request)
    {
        if (pageSize(Number(request, "limit")) is not { } size)
        {
            return ScriptedAnswer.Failure(Refusal, "limit is too large");
        }

        int start = Number(request, "cursor") ?? 0;
        int end = Math.Min(start + size, count);
        return ScriptedAnswer.Page(end < count ? end : null, Enumerable.Range(start, end - start).Select(item));
    }
}
