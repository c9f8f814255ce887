using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Orders an interconnect: a fibre to a slot, or a VLAN attachment of Google Cloud's.</summary>
[Cmdlet(VerbsCommon.New, "CniInterconnect", DefaultParameterSetName = PhysicalSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(CniInterconnect))]
public sealed class NewCniInterconnectCommand : CniCommand
{
    private const string PhysicalSet = "Physical";
    private const string GcpPartnerSet = "GcpPartner";

    /// <summary>The slots to connect to: slot objects, IDs, or rows with a Slot column.</summary>
    [Parameter(ParameterSetName = PhysicalSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [SlotReferenceTransformation(Columns = ["Slot", "SlotId"])]
    public SlotReference[] Slot { get; set; } = [];

    /// <summary>The speed, such as 10G. Without it: the Speed column of a row, or what the slot has.</summary>
    [Parameter(ParameterSetName = PhysicalSet)]
    [ValidateNotNullOrEmpty]
    public string? Speed { get; set; }

    /// <summary>The pairing key that Google Cloud gave. It is sent as it is and shown nowhere.</summary>
    [Parameter(ParameterSetName = GcpPartnerSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string PairingKey { get; set; } = "";

    /// <summary>The bandwidth of the VLAN attachment: 50M, 100M, 200M, 300M, 400M, 500M, 1G, 2G, 5G, 10G, 20G or 50G.</summary>
    [Parameter(ParameterSetName = GcpPartnerSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BandwidthCompleter))]
    public string Bandwidth { get; set; } = "";

    /// <summary>The type text that the API is sent: direct for a slot and gcp_partner for a pairing key, unless told otherwise.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Type { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == GcpPartnerSet)
        {
            var creation = new CniGcpPartnerInterconnectCreation(
                PairingKeyRules.Check(nameof(PairingKey), PairingKey),
                Bandwidths.Check(nameof(Bandwidth), Bandwidth),
                Type ?? CniGcpPartnerInterconnectCreation.DefaultType);
            Create(null, creation, $"a GCP partner interconnect of {creation.Bandwidth}");
            return;
        }

        foreach (SlotReference slot in Slot)
        {
            Attempt(slot.ToString(), () =>
            {
                string? speed = Speed ?? slot.WantedSpeed;
                var creation = new CniPhysicalInterconnectCreation(slot.Id, speed, Type ?? CniPhysicalInterconnectCreation.DefaultType);
                Create(slot, creation, $"slot {slot}" + (speed is null ? "" : $" at {speed}"));
            });
        }
    }

    private void Create(SlotReference? slot, CniInterconnectCreation creation, string target)
    {
        if (ShouldProcess(target, "Order an interconnect"))
        {
            WriteObject(Call(slot, (client, call, cancellation) => client.CreateInterconnectAsync(call, creation, cancellation)));
        }
    }
}
