using System.Collections.Generic;

namespace CloudflareCni.Client;

/// <summary>A page as it came.</summary>
/// <param name="Items">The objects.</param>
/// <param name="Next">The cursor of the page behind; null on the last.</param>
/// <param name="TotalPages">How many pages <c>result_info</c> tells of; null when it does not.</param>
internal sealed record JsonPage<T>(IReadOnlyList<T> Items, int? Next, int? TotalPages);
