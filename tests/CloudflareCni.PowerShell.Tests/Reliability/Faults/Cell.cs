using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CloudflareCni.Tests.Faults;

namespace CloudflareCni.PowerShell.Tests.Reliability;

/// <summary>The result of one operation with one fault.</summary>
/// <param name="Run">The result of the cmdlet.</param>
/// <param name="Requests">The number of requests of the operation that the server received.</param>
/// <param name="Strays">The number of unexpected requests.</param>
/// <param name="Waits">The waits before retries.</param>
/// <param name="Passed">The total time of waits and timeouts.</param>
/// <param name="Files">The remaining files.</param>
internal sealed record Cell(
    FaultRun Run, int Requests, int Strays, IReadOnlyList<TimeSpan> Waits, TimeSpan Passed, IReadOnlyList<(string Place, string? Text)> Files)
{
    /// <summary>Gets the text of the cell on the page.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Run.Outcome} · {Requests}");

    /// <summary>Gets the differences from the expected result.</summary>
    public IEnumerable<string> Flaws(ApiOperation operation, Fault fault, bool isApplied)
    {
        Expectation expected = fault.Expect(operation, isApplied);
        string end = expected.Kind?.ToString() ?? "ok";
        string wanted = string.Create(CultureInfo.InvariantCulture, $"{end} · {expected.Requests}");
        if (ToString() != wanted)
        {
            yield return $"{this}, not {wanted}: {string.Join("; ", Run.Errors)}";
        }

        // If a kept-alive connection was closed, .NET itself retries the request if that's safe.
        if (Waits.Count != expected.Waits && !fault.NeedsKept)
        {
            yield return $"{Waits.Count} waits, not {expected.Waits}";
        }

        if (Passed > expected.Longest || (fault.RetryAfter is not null && Passed != expected.Longest))
        {
            yield return $"it took {Passed}, not {expected.Longest} at most";
        }

        if (Waits.Any(wait => wait < Fault.MinBackoff))
        {
            yield return $"a wait of {Waits.Min()}";
        }

        if (Strays > 0)
        {
            yield return "it followed a redirect";
        }

        bool isCreatedUnseen = operation.Creates && isApplied && expected.Kind is null;
        if (Run.Warnings.Any(warning => warning.Contains("It was created once", StringComparison.Ordinal)) != isCreatedUnseen)
        {
            yield return $"the warnings are {string.Join("; ", Run.Warnings)}";
        }

        if (Files.Count != (operation.Shape == AnswerShape.Pdf && expected.Kind is null ? 1 : 0))
        {
            yield return $"it left {string.Join(", ", Files.Select(file => file.Place))}";
        }

        foreach (string flaw in Run.Unfit.Concat(Canaries.Find(Run.Everything.Concat(Files))).Distinct())
        {
            yield return flaw;
        }
    }
}
