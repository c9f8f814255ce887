using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The model that is listed.</typeparam>
public sealed class CniPage<T>
{
    /// <summary>Makes a page.</summary>
    /// <param name="items">The objects, in the API's order.</param>
    /// <param name="next">The cursor of the page behind; null on the last.</param>
    public CniPage(IReadOnlyList<T> items, long? next)
    {
        Items = items;
        Next = next;
    }

    /// <summary>The objects, in the API's order.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The cursor of the page behind; null on the last.</summary>
    public long? Next { get; }

    /// <summary>Gets how many pages there are; <c>null</c> when the answer doesn't say so. Lists of CNI never do.</summary>
    internal long? TotalPages { get; init; }
}
