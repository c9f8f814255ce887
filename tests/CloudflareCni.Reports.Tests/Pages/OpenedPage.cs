namespace CloudflareCni.Reports.Tests.Pages;

/// <summary>What Chromium saw of a report.</summary>
/// <param name="Complaints">What the browser or a script said.</param>
/// <param name="Requests">The address of each request.</param>
/// <param name="Violations">What axe found against accessibility.</param>
/// <param name="Overflows">Where the page is wider than the window.</param>
/// <param name="Title">The title.</param>
/// <param name="Names">The names in the table.</param>
/// <param name="Map">The names in the map.</param>
/// <param name="Foreign">Elements that the page never has.</param>
/// <param name="Scripts">How many scripts the page has.</param>
/// <param name="Diagram">The Mermaid text.</param>
/// <param name="Filtered">The names after filtering.</param>
/// <param name="Status">What is said of the filter.</param>
/// <param name="Up">The names in ascending order.</param>
/// <param name="Down">The names in descending order.</param>
/// <param name="Sort">The order that the column says it has.</param>
/// <param name="WithoutScript">The names in the table of a browser without scripts.</param>
/// <param name="FilterWithoutScript">How many filters there are in it.</param>
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
