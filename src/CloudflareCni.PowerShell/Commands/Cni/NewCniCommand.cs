using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Creates a CNI on an interconnect. Cloudflare chooses its addresses.</summary>
[Cmdlet(VerbsCommon.New, "Cni", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Cni))]
public sealed class NewCniCommand : CniCreateCommand
{
    /// <summary>The interconnect that will host the CNI: the object, its name, or a row with an Interconnect column.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation(Columns = ["Interconnect"])]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference? Interconnect { get; set; }

    /// <summary>The conduit's name, unique in the account.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConduitCompleter))]
    public string ConduitName { get; set; } = "";

    /// <summary>The MTU in bytes, 576 to 9216: 1500, or 1476 where the dataplane carries GRE.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MtuCompleter))]
    public int Mtu { get; set; }

    /// <summary>A description for people.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Description { get; set; } = "";

    /// <summary>The AS number on your end, 1 to 4294967295. It makes a BGP session.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNullTransformation]
    public long? CustomerAsn { get; set; }

    /// <summary>Extra static prefixes that Cloudflare advertises to you, each as A.B.C.D/N.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PrefixListTransformation]
    [AllowEmptyCollection]
    public string[]? ExtraPrefix { get; set; }

    /// <summary>The MD5 key of the BGP session. Cloudflare calls it no secret and no security measure.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNullTransformation]
    public string? Md5Key { get; set; }

    /// <summary>Writes the CNI that already has the conduit name on this interconnect, instead of an error. A warning names what differs.</summary>
    [Parameter]
    public SwitchParameter ReuseExisting { get; set; }

    private string Subject => $"CNI {ConduitName}";

    private protected override void Process() => Attempt(Interconnect!.Name, () =>
    {
        var creation = CniCreation.Of(Interconnect.Name, new CniEdit(ValueOf));
        Warn(Subject, MtuRules.Warn(Mtu, KindOf(Interconnect, Mtu)));
        Warn(Subject, CustomerAsn is { } asn ? AsnRules.WarnCustomer(asn) : []);
        Create(new Creation<Cni>
        {
            Target = $"CNI {ConduitName} on interconnect {Interconnect}",
            Action = "Create",
            Fields = creation.Fields,
            HowToCheck = $"Get-Cni -Interconnect {Interconnect} shows whether {ConduitName} is there.",
            ReuseExisting = ReuseExisting,
            Find = () => CnisOn(Interconnect).FirstOrDefault(cni => cni.Magic.ConduitName.Equals(ConduitName, StringComparison.Ordinal)),
            Send = () => Call(Interconnect, (client, call, cancellation) => client.CreateCniAsync(call, creation, cancellation)),
            Describe = cni => $"CNI {cni.Magic.ConduitName} ({cni.Id}) on interconnect {cni.Interconnect}",
            Differences = creation.DifferencesOf,
        });
    });
}
