using System.Management.Automation;

namespace CloudflareCni.Baseline;

/// <summary>The simplest cmdlet that gets a slot.</summary>
[Cmdlet(VerbsCommon.Get, "BareSlot")]
[OutputType(typeof(BareSlot))]
public sealed class GetBareSlotCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string Address { get; set; } = "";

    protected override void ProcessRecord() => WriteObject(BareApi.Get(Address));
}
