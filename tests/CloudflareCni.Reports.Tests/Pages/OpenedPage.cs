namespace CloudflareCni.Reports.Tests.Pages;

/// <summary>Represents a report that was opened in Chromium.</summary>
/// <param name="Complaints">The messages of the browser and of scripts.</param>
/// <param name="Requests">The address of each request.</param>
/// <param name="Violations">The accessibility violations that axe found.</param>
/// <param name="Overflows">The places where the page is wider than the window.</param>
/// <param name="Title">The title.</param>
/// <param name="Names">The names in the table.</param>
/// <param name="Map">The names in the map.</param>
/// <param name="Foreign">Elements that a report must not have.</param>
/// <param name="Scripts">The number of scripts in the page.</param>
/// <param name="Diagram">The Mermaid text.</param>
/// <param name="Filtered">The names after filtering.</param>
/// <param name="Status">The status text of the filter.</param>
/// <param name="Up">The names in ascending order.</param>
/// <param name="Down">The names in descending order.</param>
/// <param name="Sort">The order that the header of the column declares.</param>
/// <param name="WithoutScript">The names in the table of a browser without scripts.</param>
/// <param name="FilterWithoutScript">The number of filters in a browser without scripts.</param>
internal sealed record OpenedPage(
    string[] Complaints,
    string[] Requests,
    string[] Violations,
    string[] Overflows,
    string Title,
    string[] Names,
    string[] Map,
    string[] Foreign,
    int Scripts,
    string Diagram,
    string[] Filtered,
    string Status,
    string[] Up,
    string[] Down,
    string Sort,
    string[] WithoutScript,
    int FilterWithoutScript);
