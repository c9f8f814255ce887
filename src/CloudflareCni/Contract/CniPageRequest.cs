namespace CloudflareCni;

/// <summary>Specifies a page of a list.</summary>
/// <param name="Cursor">The <c>next</c> of the previous page; <c>null</c> for the first page.</param>
/// <param name="Limit">The maximum number of objects on the page; <c>null</c> for the server's default.</param>
public sealed record CniPageRequest(long? Cursor = null, int? Limit = null);
