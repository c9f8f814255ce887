using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The model that is listed.</typeparam>
public sealed class CniPage<T>
{
    /// <summary>Makes a page.</summary>
    /// <param name="items">The objects, in the API's order.</param>
    /// <param name="next">The cursor of the page behind; null on the last.</param>
    public CniPage(IReadOnlyList<T> items, int? next)
    {
        Items = items;
        Next = next;
    }

    /// <summary>The objects, in the API's order.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The cursor of the page behind; null on the last.</summary>
    public int? Next { get; }
}
