using System.Management.Automation;
using CloudflareCni.Circuits;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Removes CNIs.</summary>
[Cmdlet(VerbsCommon.Remove, "Cni", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveCniCommand : CniRemoveCommand
{
    /// <summary>Specifies the IDs of the CNIs to remove.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [CniReferenceTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(CniIdCompleter))]
    public CniReference[] Id { get; set; } = [];

    private protected override void Process()
    {
        foreach (CniReference cni in Id)
        {
            Act(cni, () =>
            {
                System.Guid id = cni.Id;
                MagicRouteUse? routes = FindRoutes(cni, () => [cni.Cni ?? Wait(GetClient(cni).GetCniAsync(id, Stopped))]);
                if (IsConfirmed(cni.Description, routes))
                {
                    Wait(GetClient(cni).DeleteCniAsync(id, Stopped));
                }
            });
        }
    }
}
