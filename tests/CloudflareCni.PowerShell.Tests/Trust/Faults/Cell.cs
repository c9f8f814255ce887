using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CloudflareCni.Tests.Faults;

namespace CloudflareCni.PowerShell.Tests.Trust;

/// <summary>What came of one operation under one fault.</summary>
/// <param name="Run">What the cmdlet wrote.</param>
/// <param name="Requests">How many of the operation's requests the server saw.</param>
/// <param name="Strays">How many requests came that nobody should send.</param>
/// <param name="Waits">The waits before another try.</param>
/// <param name="Passed">How long waits and timeouts took together.</param>
/// <param name="Files">The files that were left.</param>
internal sealed record Cell(
    FaultRun Run, int Requests, int Strays, IReadOnlyList<TimeSpan> Waits, TimeSpan Passed, IReadOnlyList<(string Place, string? Text)> Files)
{
    /// <summary>The cell of the page.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Run.Outcome} · {Requests}");

    /// <summary>In what the cell is not as it must be.</summary>
    public IEnumerable<string> Flaws(ApiOperation operation, Fault fault, bool isApplied)
    {
        Expectation expected = fault.Expect(operation, isApplied);
        string end = expected.Kind?.ToString() ?? "ok";
        string wanted = string.Create(CultureInfo.InvariantCulture, $"{end} · {expected.Requests}");
        if (ToString() != wanted)
        {
            yield return $"{this}, not {wanted}: {string.Join("; ", Run.Errors)}";
        }

        // Where a kept connection turns out to be closed, .NET itself asks again when that is safe.
        if (Waits.Count != expected.Waits && !fault.NeedsKept)
        {
            yield return $"{Waits.Count} waits, not {expected.Waits}";
        }

        if (Passed > expected.Longest || (fault.RetryAfter is not null && Passed != expected.Longest))
        {
            yield return $"it took {Passed}, not {expected.Longest} at most";
        }

        if (Waits.Any(wait => wait < Fault.ShortestBackoff))
        {
            yield return $"a wait of {Waits.Min()}";
        }

        if (Strays > 0)
        {
            yield return "it followed a redirect";
        }

        bool isCreatedUnseen = operation.Creates && isApplied && expected.Kind is null;
        if (Run.Warnings.Any(warning => warning.Contains("it was created, once", StringComparison.Ordinal)) != isCreatedUnseen)
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
