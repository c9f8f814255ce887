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
    /// <summary>Specifies the interconnect for the CNI: the object, its name, or a row with an Interconnect column.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation(Columns = ["Interconnect"]), ValidateSelection]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference? Interconnect { get; set; }

    /// <summary>Specifies the conduit name, which must be unique in the account.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransformation]
    [ArgumentCompleter(typeof(ConduitCompleter))]
    public string ConduitName { get; set; } = "";

    /// <summary>Specifies the MTU in bytes, from 576 to 9216: 1500, or 1476 if the dataplane uses GRE.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [WholeNumberTransformation]
    [ArgumentCompleter(typeof(MtuCompleter))]
    public int Mtu { get; set; }

    /// <summary>Specifies a description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransformation]
    [AllowEmptyString]
    public string Description { get; set; } = "";

    /// <summary>Specifies your AS number, from 1 to 4294967295. This sets up a BGP session.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsnTransformation(AllowsEmptyCell = true)]
    public long? CustomerAsn { get; set; }

    /// <summary>Specifies additional static prefixes that Cloudflare advertises to you, each as A.B.C.D/N.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PrefixListTransformation(AllowsEmptyCell = true)]
    [AllowEmptyCollection]
    public string[]? ExtraPrefix { get; set; }

    /// <summary>Specifies the MD5 key of the BGP session. According to Cloudflare, it's neither a secret nor a security measure.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [EmptyAsNullTransformation]
    [SecretTextTransformation]
    public string? Md5Key { get; set; }

    /// <summary>Returns the existing CNI with the same conduit name on this interconnect instead of an error. A warning lists the differences.</summary>
    [Parameter]
    public SwitchParameter ReuseExisting { get; set; }

    private string Subject => $"CNI {ConduitName}";

    // An empty cell of a row counts as not specified, but no row has arrived yet. A typed argument is always specified.
    private protected override void Begin()
    {
        base.Begin();
        if (ExtraPrefix is null && MyInvocation.BoundParameters.ContainsKey(nameof(ExtraPrefix)))
        {
            throw new CniArgumentException(nameof(ExtraPrefix), "-ExtraPrefix is null or empty. Write each prefix as A.B.C.D/N, or omit the parameter.");
        }
    }

    private protected override void Process() => Attempt(Interconnect!.Name, () =>
    {
        var creation = CniCreation.Of(Interconnect.Name, new CniEdit(ValueOf));
        Warn(Subject, MtuRules.Warn(Mtu, KindOf(Interconnect, Mtu)));
        if (CustomerAsn is { } asn)
        {
            WarnOnce(BgpRules.ClosedBeta);
            Warn(Subject, AsnRules.WarnCustomer(asn));
            Warn(Subject, Md5Key is null ? null : Md5KeyRules.Warn(Md5Key));
        }

        Create(new Creation<Cni>
        {
            Target = $"CNI {ConduitName} on interconnect {Interconnect}",
            Action = "Create",
            Fields = creation.Fields,
            HowToCheck = $"To check whether {ConduitName} exists, use Get-Cni -Interconnect {Interconnect}.",
            ReuseExisting = ReuseExisting,
            Find = () => CnisOn(Interconnect).FirstOrDefault(cni => cni.Magic.ConduitName.Equals(ConduitName, StringComparison.Ordinal)),
            Send = () => Wait(GetClient(Interconnect).CreateCniAsync(creation, Stopped)),
            Describe = cni => $"CNI '{cni.Magic.ConduitName}' ({cni.Id})",
            Place = $"on interconnect {Interconnect}",
            Differences = creation.DifferencesOf,
        });
    });
}
