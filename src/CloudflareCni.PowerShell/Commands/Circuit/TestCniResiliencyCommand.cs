using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.Resiliency;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Tests how resilient the circuits of an account are.</summary>
[Cmdlet(VerbsDiagnostic.Test, "CniResiliency")]
[OutputType(typeof(CniResiliencyReport), typeof(bool))]
public sealed class TestCniResiliencyCommand : CniCircuitGroupCommand
{
    private readonly List<CniCircuit> _circuits = [];

    /// <summary>The circuits, or their names. Wildcards are allowed; without it all circuits are read.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Circuit { get; set; }

    /// <summary>The tier to reach. Without it: the one above the tier that works.</summary>
    [Parameter]
    [ValidateSet(nameof(CniResiliencyTier.Standard), nameof(CniResiliencyTier.High), nameof(CniResiliencyTier.Maximum))]
    public string? Tier { get; set; }

    /// <summary>The bandwidth in Gbit/s that each direction needs after a loss. Without it: half of what there is.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(1, 1_000_000)]
    public int? RequiredGbps { get; set; }

    /// <summary>The names of circuits, devices, facilities or sites to take as lost.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(CircuitPartCompleter))]
    public string[]? Without { get; set; }

    /// <summary>When failover was tested last.</summary>
    [Parameter]
    [ValidateSelection]
    public DateTime? LastFailoverTest { get; set; }

    /// <summary>Returns only whether the tier of -Tier is reached now. What is unknown isn't reached.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override InterconnectReference[]? Input => Circuit;

    private protected override void Begin()
    {
        base.Begin();
        LastFailoverTest = PastTime(nameof(LastFailoverTest), LastFailoverTest);
        if (Quiet && Tier is null)
        {
            throw new CniArgumentException(nameof(Quiet), "-Quiet says whether a tier is reached. Use -Tier to name it.");
        }
    }

    private protected override void Take(CniCircuit circuit) => _circuits.Add(circuit);

    private protected override void End()
    {
        base.End();
        if (ResiliencyParts.Unknown(Without ?? [], _circuits) is { Count: > 0 } unknown)
        {
            throw new CniArgumentException(nameof(Without), Unmatched(unknown));
        }

        CniResiliencyReport[] reports = _circuits.GroupBy(circuit => (circuit.AccountId, circuit.BaseUri)).Select(account => Test([.. account])).ToArray();
        if (Quiet)
        {
            WriteObject(reports.Length > 0 && !IsIncomplete && reports.All(report => report.IsTierReached));
            return;
        }

        // An account without circuits has a report, too. A pipeline without any has none.
        WriteObject(reports.Length > 0 || MyInvocation.ExpectingInput || IsIncomplete ? reports : [Test([])], enumerateCollection: true);
    }

    private CniResiliencyReport Test(CniCircuit[] circuits) => ResiliencyTest.Run(
        circuits,
        new ResiliencyOptions(
            circuits.Max(circuit => circuit.CheckedAt) ?? DateTime.Now,
            Enum.TryParse(Tier, ignoreCase: true, out CniResiliencyTier tier) ? tier : null,
            RequiredGbps,
            Without,
            LastFailoverTest));

    private static string Unmatched(IReadOnlyList<string> names) =>
        $"{string.Join(", ", names.Select(DisplayText.Quote))} {(names.Count == 1 ? "is" : "are")} no circuit, device, facility or site of these circuits. "
        + "Get-CniCircuit shows their names; they are compared whole, in any case of letters.";
}
