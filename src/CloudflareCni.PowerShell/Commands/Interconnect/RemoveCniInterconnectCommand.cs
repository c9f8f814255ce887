using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Removes interconnects. An interconnect that still carries CNIs isn't removed, unless -IncludeCni removes them first.</summary>
[Cmdlet(VerbsCommon.Remove, "CniInterconnect", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveCniInterconnectCommand : CniRemoveCommand
{
    /// <summary>Specifies the names of the interconnects to remove.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[] Name { get; set; } = [];

    /// <summary>Removes the CNIs on the interconnect first, with a confirmation prompt for each.</summary>
    [Parameter]
    public SwitchParameter IncludeCni { get; set; }

    private protected override void Process()
    {
        foreach (InterconnectReference name in Name)
        {
            Attempt(name.Name, () => Remove(name));
        }
    }

    private void Remove(InterconnectReference interconnect)
    {
        NameRules.CheckInterconnect(nameof(Name), interconnect.Name);
        if (interconnect.IsPattern)
        {
            throw new CniArgumentException(
                nameof(Name), $"'{interconnect}' contains wildcards, but -Name takes an exact name. To remove all matches, use Get-CniInterconnect {interconnect} | Remove-CniInterconnect.");
        }

        List<CloudflareCni.Cni> standing = CnisOn(interconnect).ToList();
        if (IncludeCni)
        {
            standing.RemoveAll(RemoveCni);
        }

        if (standing.Count > 0)
        {
            string names = string.Join(", ", standing.Select(cni => $"{cni.Magic.ConduitName} ({cni.Id})"));
            throw new CniException(CniErrorKind.InterconnectInUse, $"Interconnect {interconnect} wasn't removed because it still carries {standing.Count} {(standing.Count == 1 ? "CNI" : "CNIs")}: {names}.");
        }

        if (IsConfirmed($"interconnect {interconnect}"))
        {
            Wait(GetClient(interconnect).DeleteInterconnectAsync(interconnect.Name, Stopped));
        }
    }

    // True if the CNI doesn't prevent the removal anymore: it was removed, or -WhatIf shows that it would be.
    private bool RemoveCni(CloudflareCni.Cni cni)
    {
        bool removed = false;
        Attempt(cni, () =>
        {
            if (IsConfirmed($"CNI {cni.Magic.ConduitName} ({cni.Id}) on interconnect {cni.Interconnect}", FindRoutes(cni, () => [cni])))
            {
                Wait(GetClient(cni).DeleteCniAsync(cni.Id, Stopped));
                removed = true;
            }
            else
            {
                removed = IsWhatIf;
            }
        });
        return removed;
    }
}
