using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Changes CNIs: what is given changes, all else stays as it is at that moment.</summary>
[Cmdlet(VerbsCommon.Set, "Cni", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Cni))]
public sealed class SetCniCommand : CniChangeCommand
{
    /// <summary>The CNIs to change, by ID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [CniReferenceTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(CniIdCompleter))]
    public CniReference[] Id { get; set; } = [];

    /// <summary>The conduit's new name.</summary>
    [Parameter]
    [TrimTransformation]
    [ArgumentCompleter(typeof(ConduitCompleter))]
    public string? ConduitName { get; set; }

    /// <summary>The new description; an empty text clears it.</summary>
    [Parameter]
    [TrimTransformation]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>The new MTU in bytes, 576 to 9216.</summary>
    [Parameter]
    [WholeNumberTransformation]
    [ArgumentCompleter(typeof(MtuCompleter))]
    public int? Mtu { get; set; }

    /// <summary>Your address of the point-to-point link, A.B.C.D/N; in the same prefix as Cloudflare's.</summary>
    [Parameter]
    [TrimTransformation]
    public string? CustIp { get; set; }

    /// <summary>Cloudflare's address of the point-to-point link, A.B.C.D/N.</summary>
    [Parameter]
    [TrimTransformation]
    public string? P2pIp { get; set; }

    /// <summary>The AS number on your end, 1 to 4294967295. Where there is no BGP session it makes one.</summary>
    [Parameter]
    [AsnTransformation]
    public long? CustomerAsn { get; set; }

    /// <summary>The extra prefixes, all of them, each as A.B.C.D/N; an empty list clears them.</summary>
    [Parameter]
    [PrefixListTransformation]
    [AllowEmptyCollection]
    public string[]? ExtraPrefix { get; set; }

    /// <summary>The MD5 key of the BGP session. Cloudflare calls it no secret and no security measure.</summary>
    [Parameter]
    [SecretTextTransformation]
    public string? Md5Key { get; set; }

    /// <summary>How routes are exchanged: dynamic_route_exchange or advertise_only.</summary>
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

    /// <summary>Writes the CNI as it is afterwards.</summary>
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
                $"Nothing was asked to change. Use -{string.Join(", -", CniEdit.Parameters)}, -RemoveBgp or -RemoveMd5Key.");
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
            WriteVerbose($"CNI {current.Magic.ConduitName} ({current.Id}) already is as asked for: nothing was sent.");
        }
        else
        {
            if (!IsWanted($"Change CNI {current.Magic.ConduitName} ({current.Id}): {string.Join(", ", edited.Changes)}"))
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
