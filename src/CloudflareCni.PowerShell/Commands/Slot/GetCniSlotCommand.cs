using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets slots: the ports that a fiber can be connected to.</summary>
[Cmdlet(VerbsCommon.Get, "CniSlot", DefaultParameterSetName = ListSet)]
[OutputType(typeof(CniSlot))]
public sealed class GetCniSlotCommand : CniListCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    /// <summary>Specifies the IDs of the slots.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [SlotReferenceTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(SlotCompleter))]
    public SlotReference[] Id { get; set; } = [];

    /// <summary>Gets only slots at the specified Cloudflare site.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [TrimTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string? Site { get; set; }

    /// <summary>Gets only slots that support the specified speed, such as 10G.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [TrimTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(SpeedCompleter))]
    public string? Speed { get; set; }

    /// <summary>Gets only slots whose postal address contains the specified text.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [TrimTransformation, ValidateSelection]
    public string? AddressContains { get; set; }

    /// <summary>Gets only occupied ($true) or free ($false) slots.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [BooleanTextTransformation]
    [ValidateSelection]
    public bool? Occupied { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == ListSet)
        {
            var filter = new CniSlotFilter(Site, Speed, AddressContains, Occupied);
            WriteList((page, cancellation) => GetClient().ListSlotsAsync(filter, page, cancellation));
            return;
        }

        foreach (SlotReference slot in Id)
        {
            Attempt(slot.ToString(), () => WriteObject(Wait(GetClient(slot).GetSlotAsync(slot.Id, Stopped))));
        }
    }
}
