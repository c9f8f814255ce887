namespace CloudflareCni;

/// <summary>Which page of a list is wanted.</summary>
/// <param name="Cursor">The <c>next</c> of the page before; null for the first.</param>
/// <param name="Limit">How many objects a page may have; null leaves it to the server.</param>
public sealed record CniPageRequest(long? Cursor = null, int? Limit = null);
