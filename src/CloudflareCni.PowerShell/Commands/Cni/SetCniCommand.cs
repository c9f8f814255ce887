using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Changes CNIs. Only the specified values change.</summary>
[Cmdlet(VerbsCommon.Set, "Cni", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Cni))]
public sealed class SetCniCommand : CniCommand
{
    /// <summary>Specifies the IDs of the CNIs to change.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [CniReferenceTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(CniIdCompleter))]
    public CniReference[] Id { get; set; } = [];

    /// <summary>Specifies the new conduit name.</summary>
    [Parameter]
    [TrimTransformation]
    [ArgumentCompleter(typeof(ConduitCompleter))]
    public string? ConduitName { get; set; }

    /// <summary>Specifies the new description. An empty string clears it.</summary>
    [Parameter]
    [TrimTransformation]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Specifies the new MTU in bytes, from 576 to 9216.</summary>
    [Parameter]
    [WholeNumberTransformation]
    [ArgumentCompleter(typeof(MtuCompleter))]
    public int? Mtu { get; set; }

    /// <summary>Specifies your address of the point-to-point link as A.B.C.D/N, in the same prefix as Cloudflare's address.</summary>
    [Parameter]
    [TrimTransformation]
    public string? CustIp { get; set; }

    /// <summary>Specifies Cloudflare's address of the point-to-point link as A.B.C.D/N.</summary>
    [Parameter]
    [TrimTransformation]
    public string? P2pIp { get; set; }

    /// <summary>Specifies your AS number, from 1 to 4294967295. If the CNI doesn't have a BGP session, this sets one up.</summary>
    [Parameter]
    [AsnTransformation]
    public long? CustomerAsn { get; set; }

    /// <summary>Specifies the new list of extra prefixes, each as A.B.C.D/N. An empty list clears them.</summary>
    [Parameter]
    [PrefixListTransformation]
    [AllowEmptyCollection]
    public string[]? ExtraPrefix { get; set; }

    /// <summary>Specifies the MD5 key of the BGP session. According to Cloudflare, it's neither a secret nor a security measure.</summary>
    [Parameter]
    [SecretTextTransformation]
    public string? Md5Key { get; set; }

    /// <summary>Specifies how routes are exchanged: dynamic_route_exchange or advertise_only.</summary>
    [Parameter]
    [TrimTransformation]
    [ArgumentCompleter(typeof(BgpModeCompleter))]
    public string? BgpMode { get; set; }

    /// <summary>Removes the BGP session.</summary>
    [Parameter]
    public SwitchParameter RemoveBgp { get; set; }

    /// <summary>Removes the MD5 key of the BGP session.</summary>
    [Parameter]
    public SwitchParameter RemoveMd5Key { get; set; }

    /// <summary>Returns the changed CNI.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private CniEdit Edit => new(ValueOf) { RemoveBgp = RemoveBgp, RemoveMd5Key = RemoveMd5Key };

    private protected override void Begin()
    {
        base.Begin();
        Edit.Check();
        if (Edit.IsEmpty)
        {
            WriteWarning(
                $"No change was requested. Use -{string.Join(", -", CniEdit.Parameters)}, -RemoveBgp or -RemoveMd5Key.");
        }
    }

    private protected override void Process()
    {
        foreach (CniReference cni in Id)
        {
            Attempt(cni.ToString(), () => Change(cni));
        }
    }

    private void Change(CniReference cni)
    {
        Cni current = Wait(GetClient(cni).GetCniAsync(cni.Id, Stopped));
        CniInterconnectKind kind = Mtu is { } mtu && mtu != current.Magic.Mtu
            ? KindOf(InterconnectReference.Of(current), mtu)
            : CniInterconnectKind.Other;
        CniEditResult edited = Edit.ApplyTo(current, kind);
        if (edited.SetsUpBgp)
        {
            WarnOnce(BgpRules.ClosedBeta);
        }

        Warn($"CNI {current.Magic.ConduitName}", edited.Warnings);
        if (edited.Changes.Count == 0)
        {
            WriteVerbose($"CNI {current.Magic.ConduitName} ({current.Id}) already has the requested values, so no request was sent.");
        }
        else
        {
            if (!ConfirmAction($"Change CNI {current.Magic.ConduitName} ({current.Id}): {string.Join(", ", edited.Changes)}"))
            {
                return;
            }

            current = Wait(GetClient(cni).UpdateCniAsync(edited.Cni, Stopped));
        }

        if (PassThru)
        {
            WriteObject(current);
        }
    }
}
