using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Orders an interconnect: a fiber to a slot, or a Google Cloud VLAN attachment.</summary>
[Cmdlet(VerbsCommon.New, "CniInterconnect", DefaultParameterSetName = PhysicalSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(CniInterconnect))]
public sealed class NewCniInterconnectCommand : CniCreateCommand
{
    private const string PhysicalSet = "Physical";
    private const string GcpPartnerSet = "GcpPartner";
    private const string HowToCheckGcpPartner =
        "To list GCP partner interconnects, use Get-CniInterconnect -Type gcp_partner. Google Cloud shows whether its attachment is in use.";

    /// <summary>Specifies the slots to connect to: slot objects, IDs, or rows with a Slot column.</summary>
    [Parameter(ParameterSetName = PhysicalSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [SlotReferenceTransformation(Columns = ["Slot", "SlotId"]), ValidateSelection]
    [ArgumentCompleter(typeof(FreeSlotCompleter))]
    public SlotReference[] Slot { get; set; } = [];

    /// <summary>Specifies the speed, such as 10G. The default is the Speed column of a row, or the speed of the slot.</summary>
    [Parameter(ParameterSetName = PhysicalSet)]
    [TrimTransformation, ValidateSelection, ArgumentCompleter(typeof(SpeedCompleter))]
    public string? Speed { get; set; }

    /// <summary>Specifies the pairing key from Google Cloud. It's sent unchanged and never shown.</summary>
    [Parameter(ParameterSetName = GcpPartnerSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransformation, SecretTextTransformation]
    public string PairingKey { get; set; } = "";

    /// <summary>Specifies the bandwidth of the VLAN attachment: 50M, 100M, 200M, 300M, 400M, 500M, 1G, 2G, 5G, 10G, 20G or 50G.</summary>
    [Parameter(ParameterSetName = GcpPartnerSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransformation, ArgumentCompleter(typeof(BandwidthCompleter))]
    public string Bandwidth { get; set; } = "";

    /// <summary>Specifies the type that is sent to the API. The default is direct for a slot and gcp_partner for a pairing key.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection, ArgumentCompleter(typeof(InterconnectTypeCompleter))]
    public string? Type { get; set; }

    /// <summary>Returns the existing interconnect on the slot instead of an error. A warning lists the differences.</summary>
    [Parameter(ParameterSetName = PhysicalSet)]
    public SwitchParameter ReuseExisting { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == GcpPartnerSet)
        {
            CreateGcpPartner();
            return;
        }

        foreach (SlotReference slot in Slot)
        {
            Attempt(slot.ToString(), () => CreatePhysical(slot));
        }
    }

    private void CreatePhysical(SlotReference slot)
    {
        string? speed = Speed ?? slot.RequestedSpeed;
        var creation = new CniPhysicalInterconnectCreation(slot.Id, speed, Type ?? CniPhysicalInterconnectCreation.DefaultType);
        Create(new Creation<CniInterconnect>
        {
            Target = $"an interconnect on slot {slot}",
            Action = "Order",
            Fields = creation.Fields,
            HowToCheck = $"To check whether it exists, use Get-CniInterconnect | Where-Object SlotId -eq {slot}.",
            ReuseExisting = ReuseExisting,
            Find = () => Interconnects(slot).FirstOrDefault(interconnect => interconnect.SlotId == creation.SlotId),
            Send = () => SendTo(slot, creation),
            Describe = interconnect => $"Interconnect {interconnect}",
            Place = $"on slot {slot}",
            Differences = creation.DifferencesOf,
        });
    }

    private CniInterconnect SendTo(SlotReference slot, CniPhysicalInterconnectCreation creation)
    {
        try
        {
            return Send(slot, creation);
        }
        catch (CniApiException refusal) when (refusal.Kind is CniErrorKind.BadRequest or CniErrorKind.NameConflict)
        {
            throw IsOccupied(slot) ? new CniException(CniErrorKind.SlotOccupied, $"Slot {slot} is occupied. {refusal.Message}", refusal) : refusal;
        }
    }

    private bool IsOccupied(SlotReference slot)
    {
        try
        {
            return Wait(GetClient(slot).GetSlotAsync(slot.Id, Stopped)).Occupied;
        }
        catch (CniApiException)
        {
            return false;
        }
    }

    private void CreateGcpPartner()
    {
        var creation = new CniGcpPartnerInterconnectCreation(
            PairingKeyRules.Check(nameof(PairingKey), PairingKey),
            Bandwidths.Check(nameof(Bandwidth), Bandwidth),
            Type ?? CniGcpPartnerInterconnectCreation.DefaultType);
        string target = $"a GCP partner interconnect of {creation.Bandwidth}";
        if (ConfirmAction("Order", target, creation.Fields))
        {
            WriteObject(new GcpPartnerOrder(target, HowToCheckGcpPartner, () => Interconnects(null), () => Send(null, creation)).Send());
        }
    }

    private IEnumerable<CniInterconnect> Interconnects(SlotReference? slot) =>
        List((page, cancellation) => GetClient(slot).ListInterconnectsAsync(new CniInterconnectFilter(), page, cancellation));

    private CniInterconnect Send(SlotReference? slot, CniInterconnectCreation creation) =>
        Wait(GetClient(slot).CreateInterconnectAsync(creation, Stopped));
}
