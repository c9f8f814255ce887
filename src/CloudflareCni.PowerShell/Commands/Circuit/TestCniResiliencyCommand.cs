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

    /// <summary>Specifies the circuits, or their names. Wildcards are allowed. By default, the command reads all circuits.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Circuit { get; set; }

    /// <summary>Specifies the required tier. The default is the tier above the working tier.</summary>
    [Parameter]
    [ValidateSet(nameof(CniResiliencyTier.Standard), nameof(CniResiliencyTier.High), nameof(CniResiliencyTier.Maximum))]
    public string? Tier { get; set; }

    /// <summary>Specifies the bandwidth that is required in each direction after a loss, in Gbit/s. The default is half of the bandwidth of all circuits.</summary>
    [Parameter]
    [WholeNumberTransformation, ValidateRange(1, 1_000_000)]
    public int? RequiredGbps { get; set; }

    /// <summary>Specifies the names of the circuits, devices, facilities or sites whose loss is simulated.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(CircuitPartCompleter))]
    public string[]? Without { get; set; }

    /// <summary>Specifies when failover was last tested.</summary>
    [Parameter]
    [ValidateSelection]
    public DateTime? LastFailoverTest { get; set; }

    /// <summary>Returns only a Boolean value that indicates whether the circuits reach -Tier now. Unknown counts as not reached.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override InterconnectReference[]? Input => Circuit;

    private protected override void Begin()
    {
        base.Begin();
        LastFailoverTest = PastTime(nameof(LastFailoverTest), LastFailoverTest);
        if (Quiet && Tier is null)
        {
            throw new CniArgumentException(nameof(Quiet), "-Quiet returns whether a tier is reached. Use -Tier to specify the tier.");
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

        // An account without circuits has a report, but an empty pipeline doesn't.
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
        $"{string.Join(", ", names.Select(DisplayText.Quote))} {(names.Count == 1 ? "doesn't" : "don't")} match the complete name of a circuit, device, facility or site. "
        + "To see the names, use Get-CniCircuit.";
}
