namespace CloudflareCni;

/// <summary>Specifies a page of a list.</summary>
/// <param name="Cursor">The <c>next</c> of the previous page, or <see langword="null"/> for the first page.</param>
/// <param name="Limit">The maximum number of objects on the page, or <see langword="null"/> for the server's default.</param>
/// <param name="IsLimitPreferred">
/// <c>true</c> if <paramref name="Limit"/> is only preferred, so that the client uses a smaller one if the server refuses it; <c>false</c> if it's required.
/// </param>
public sealed record CniPageRequest(long? Cursor = null, int? Limit = null, bool IsLimitPreferred = false)
{
    /// <summary>The preferred limit of the first page if the whole list may not be needed. The first few objects then take one quick request.</summary>
    internal const int FirstLimit = 100;

    /// <summary>The preferred limit of all other pages.</summary>
    internal const int FullLimit = 1000;
}
