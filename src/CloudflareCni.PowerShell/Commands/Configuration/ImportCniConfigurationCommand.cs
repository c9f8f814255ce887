using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.Configuration;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Applies a configuration to an account, and changes only what differs.</summary>
[Cmdlet(VerbsData.Import, "CniConfiguration", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CniConfigurationDifference))]
public sealed class ImportCniConfigurationCommand : CniApplyCommand
{
    /// <summary>Orders the interconnects that don't exist. The command asks before each order.</summary>
    [Parameter]
    public SwitchParameter AllowOrder { get; set; }

    /// <summary>Removes the CNIs and interconnects that aren't in the configuration. The command asks before each removal.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Allows the command to remove more than a third of three or more CNIs or interconnects. It doesn't suppress questions.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Specifies the pairing keys for the GCP partner interconnects to order. A key is used for the interconnect with its hash.</summary>
    [Parameter]
    [SecretTextsTransformation]
    public string[] PairingKey { get; set; } = [];

    /// <summary>Returns the plan: one object for each difference, which shows whether the change was made.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        ConfigurationDocument expected = ReadConfiguration();
        foreach (string key in PairingKey)
        {
            ConfigurationKeys.Give(expected, PairingKeyRules.Check(nameof(PairingKey), key));
        }

        ConfigurationPlan plan = ConfigurationPlanner.Plan(expected, ReadAccount(expected), Prune);
        if (plan.Refusal is { } refusal && !Force)
        {
            throw new CniException(
                CniErrorKind.ConfigurationRefused,
                $"Nothing was changed: {refusal} If the configuration is complete, use -Force. Compare-CniConfiguration shows what would be removed.");
        }

        foreach (IGrouping<string, CniConfigurationDifference> blocked in plan.Differences.Where(difference => difference.IsBlocked).GroupBy(difference => difference.Object))
        {
            Attempt(blocked.Key, () => throw new CniException(CniErrorKind.ConfigurationRefused, $"The {blocked.Key} was skipped. {blocked.First().Reason}"));
        }

        Apply(plan, plan.Steps.Where(IsAllowed).Select(step => Warned(step, expected)));
        if (PassThru)
        {
            WriteObject(plan.Differences, enumerateCollection: true);
        }
    }

    private bool IsAllowed(ConfigurationStep step)
    {
        bool isAllowed = AllowOrder || step.Action != CniConfigurationAction.Order;
        if (!isAllowed)
        {
            Attempt(step.Target, () => throw new CniException(
                CniErrorKind.ConfigurationRefused, $"The {step.Target} doesn't exist and wasn't ordered. To order it, use -AllowOrder."));
        }

        return isAllowed;
    }

    // Only what is about to change is worth a warning: Test-CniConfiguration shows the others.
    private ConfigurationStep Warned(ConfigurationStep step, ConfigurationDocument expected)
    {
        if (step.SetsUpBgp)
        {
            WarnOnce(BgpRules.ClosedBeta);
        }

        IEnumerable<CniConfigurationFinding> findings = expected.Findings.Where(finding => step.Differences.Any(difference => difference.Pointer == finding.Pointer));
        Warn(step.Target, findings.Select(finding => (string?)finding.Message));
        return step;
    }
}
