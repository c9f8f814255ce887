using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Faults;

namespace CloudflareCni.PowerShell.Tests.Reliability;

/// <summary>The page docs/reliability.md, which the tests that it describes generate.</summary>
internal static class ReliabilityPage
{
    private const string Intro =
        """
        # Reliability

        This page shows how each operation of the API handles each fault. For each cell, a test runs a cmdlet in PowerShell against a server that
        causes the fault in the cmdlet's own request and responds correctly to all others. The tests are in
        `tests/CloudflareCni.PowerShell.Tests/Reliability/Faults`. They derive the expected result from the properties of the fault in
        `tests/Shared/Faults/Faults.cs`. `./build.ps1 Docs` updates this page.

        A cell shows the error ID without the prefix `Cni` (see `about_CniErrors`), or `ok` for success, and how many of the operation's own
        requests the server received, with the default settings of Connect-Cni. If the object might have been created, the cell shows two runs:
        one in which the server didn't create it, and one in which it did. In every cell, the tests check that no object is created twice, that
        no partial file is left, and that no credential or key appears in a stream, an exception or a file.

        The last column is the longest total time of the waits and timeouts of an operation that is retried, measured with a simulated clock.
        "–" means no wait. If the server closes a connection instead of responding, .NET itself repeats a request without a body up to three
        times in each attempt. This is why the server receives 20 read requests in these cases. The module prevents this for DELETE requests.
        If the server refuses a list with 400 or 422, the reason could be the page size, so the list is requested once more without one.


        """;

    /// <summary>The page in the repository.</summary>
    public static string Committed { get; } = Path.Combine(BuiltModule.Repository, "docs", "reliability.md");

    /// <summary>Gets a value indicating whether this run updates the page instead of comparing the results with it.</summary>
    public static bool IsRenewed { get; } = Environment.GetEnvironmentVariable("CNI_RENEW_DOCS") == "1";

    /// <summary>The text above the first fault.</summary>
    public static string Head { get; } = Intro
        + Row(["Fault", .. SampleApi.Operations.Select(operation => operation.Name), "Longest"])
        + Row(Enumerable.Repeat("---", SampleApi.Operations.Count + 2));

    /// <summary>A line of the table.</summary>
    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    /// <summary>Writes the page to the artifacts and, if this run updates it, to the repository.</summary>
    public static void Write(IEnumerable<string> rows)
    {
        string page = Head + string.Concat(rows);
        string artifacts = Path.Combine(BuiltModule.Repository, "artifacts");
        Directory.CreateDirectory(artifacts);
        File.WriteAllText(Path.Combine(artifacts, "reliability.md"), page);
        if (IsRenewed)
        {
            File.WriteAllText(Committed, page);
        }
    }
}
