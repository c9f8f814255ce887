using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Faults;

namespace CloudflareCni.PowerShell.Tests.Trust;

/// <summary>The page docs/reliability.md, which the run that it describes generates.</summary>
internal static class ReliabilityPage
{
    private const string Intro =
        """
        # Reliability

        What each of the API's operations does under each fault: every cell is a cmdlet in the real engine against a server that breaks its
        request on the socket, while all other requests are answered well. The tests in `tests/CloudflareCni.PowerShell.Tests/Trust/Faults`
        run it; what must come of a fault follows from the few facts told of it in `tests/Shared/Faults/Faults.cs`. `./build.ps1 Docs` renews this page.

        A cell shows the error id without its `Cni` (see `about_CniErrors`; `ok` is success), and how many of the operation's own requests
        the server saw, with the defaults of Connect-Cni. Where something may have been created two runs are shown: first the server had not
        created it, then it had. In no cell was a second object created, was a part of a file left, or did a credential or key turn up in a
        stream, an exception or a file. The last column is how long the waits and timeouts of an operation that is tried again may take,
        held on a clock of the tests; "–" is no wait. Where the server closes a connection in place of an answer, .NET itself repeats a request
        without a body up to three times in each try: that is why reads are seen 20 times there. The module keeps it from doing so to a DELETE.


        """;

    /// <summary>The page in the repository.</summary>
    public static string Committed { get; } = Path.Combine(BuiltModule.Repository, "docs", "reliability.md");

    /// <summary>Gets a value that indicates whether this run updates the page instead of comparing it.</summary>
    public static bool IsRenewed { get; } = Environment.GetEnvironmentVariable("CNI_RENEW_DOCS") == "1";

    /// <summary>The text above the first fault.</summary>
    public static string Head { get; } = Intro
        + Row(["Fault", .. SampleApi.Operations.Select(operation => operation.Name), "Longest"])
        + Row(Enumerable.Repeat("---", SampleApi.Operations.Count + 2));

    /// <summary>A line of the table.</summary>
    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    /// <summary>Writes the page to the artifacts, and to docs if it's updated.</summary>
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
