using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed class CniPage<T>
{
    /// <summary>Initializes a new instance of the <see cref="CniPage{T}"/> class.</summary>
    /// <param name="items">The objects, in the API's order.</param>
    /// <param name="next">The cursor of the next page, or <see langword="null"/> on the last page.</param>
    public CniPage(IReadOnlyList<T> items, long? next)
    {
        Items = items;
        Next = next;
    }

    /// <summary>Gets the objects, in the API's order.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>Gets the cursor of the next page, or <see langword="null"/> on the last page.</summary>
    public long? Next { get; }

    /// <summary>Gets or sets the limit that the request was sent with, or <see langword="null"/> for the server's default.</summary>
    internal int? Limit { get; set; }

    /// <summary>Gets the number of pages, or <see langword="null"/> if the response doesn't include it. Lists of the CNI API never do.</summary>
    internal long? TotalPages { get; init; }
}
