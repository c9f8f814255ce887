using System.Globalization;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Changes the CNI settings of an account.</summary>
[Cmdlet(VerbsCommon.Set, "CniSettings", DefaultParameterSetName = SetSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(CniSettings))]
public sealed class SetCniSettingsCommand : CniCommand
{
    private const string SetSet = "Set";
    private const string ClearSet = "Clear";

    /// <summary>Specifies the AS number that Cloudflare uses by default, from 1 to 4294967295.</summary>
    [Parameter(ParameterSetName = SetSet, Mandatory = true, Position = 0)]
    [AsnTransformation]
    public long DefaultAsn { get; set; }

    /// <summary>Restores Cloudflare's default.</summary>
    [Parameter(ParameterSetName = ClearSet, Mandatory = true)]
    public SwitchParameter ClearDefaultAsn { get; set; }

    /// <summary>Returns the changed settings.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == ClearSet && !ClearDefaultAsn)
        {
            WriteWarning("No change was requested. Use -DefaultAsn to set the default ASN, or -ClearDefaultAsn to return to Cloudflare's default.");
            return;
        }

        long? wanted = ClearDefaultAsn ? null : AsnRules.Check(nameof(DefaultAsn), DefaultAsn);
        if (wanted is { } asn)
        {
            Warn("Default ASN", AsnRules.WarnAccount(asn));
        }

        CniSettings current = Wait(GetClient().GetSettingsAsync(Stopped));
        if (wanted == current.DefaultAsn)
        {
            WriteVerbose($"The default ASN is already {wanted?.ToString(CultureInfo.InvariantCulture) ?? "Cloudflare's default"}, so no request was sent.");
        }
        else
        {
            var change = new CniFieldChange(nameof(DefaultAsn), current.DefaultAsn, wanted);
            if (!ConfirmAction($"Change the CNI settings of account {current.AccountId}: {change}"))
            {
                return;
            }

            CniSettings changed = current.Copy();
            changed.DefaultAsn = wanted;
            current = Wait(GetClient(current).UpdateSettingsAsync(changed, Stopped));
        }

        if (PassThru)
        {
            WriteObject(current);
        }
    }
}
