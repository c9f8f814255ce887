using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.Routers;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the configuration of your router for CNIs.</summary>
[Cmdlet(VerbsCommon.Get, "CniRouterConfiguration", DefaultParameterSetName = CniSet)]
[OutputType(typeof(CniRouterConfiguration))]
public sealed class GetCniRouterConfigurationCommand : CniLookupCommand
{
    private const string CniSet = "Cni";
    private const string InterconnectSet = "Interconnect";

    /// <summary>The CNIs, by ID.</summary>
    [Parameter(ParameterSetName = CniSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [CniReferenceTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(CniIdCompleter))]
    public CniReference[] Cni { get; set; } = [];

    /// <summary>The interconnects whose CNIs are meant, by name. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = InterconnectSet, Mandatory = true, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation(ModelOnly = true), ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[] Interconnect { get; set; } = [];

    /// <summary>The router's operating system.</summary>
    /// <remarks>A text, not the enumeration: the engine completes an enumeration by itself and says nothing of what each value is.</remarks>
    [Parameter(Mandatory = true)]
    [RouterPlatformTransformation]
    [ArgumentCompleter(typeof(RouterPlatformCompleter))]
    public string Platform { get; set; } = "";

    /// <summary>The router's interface. Without it the text has an example.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RouterInterfaceCompleter))]
    public string? InterfaceName { get; set; }

    /// <summary>The prefixes to advertise to Cloudflare, each as A.B.C.D/N. Nothing else goes out.</summary>
    [Parameter]
    [PrefixListTransformation]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public string[] AdvertisePrefix { get; set; } = [];

    /// <summary>The prefixes to accept from Cloudflare, each as A.B.C.D/N. Without it: the extra prefixes of the CNI.</summary>
    [Parameter]
    [PrefixListTransformation]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public string[]? ImportPrefix { get; set; }

    /// <summary>The prefixes to route to Cloudflare where a CNI has no BGP session, each as A.B.C.D/N.</summary>
    [Parameter]
    [PrefixListTransformation]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public string[] StaticPrefix { get; set; } = [];

    /// <summary>The hold time of the BGP session in seconds, 3 to 65535. Without it: 60.</summary>
    [Parameter]
    [WholeNumberTransformation]
    public int? HoldTimeSec { get; set; }

    /// <summary>The priority of what is advertised in Cloudflare's routing table; the lowest wins.</summary>
    [Parameter]
    [WholeNumberTransformation]
    [ArgumentCompleter(typeof(RoutePriorityCompleter))]
    public int? RoutePriority { get; set; }

    /// <summary>Accepts routes that carry your own AS number, once.</summary>
    [Parameter]
    public SwitchParameter AllowAsIn { get; set; }

    /// <summary>Leaves the MD5 key out: a placeholder stands in its place.</summary>
    [Parameter]
    public SwitchParameter RedactMd5Key { get; set; }

    private CniRouterOptions Options => new()
    {
        InterfaceName = InterfaceName,
        AdvertisePrefixes = AdvertisePrefix,
        ImportPrefixes = ImportPrefix,
        StaticPrefixes = StaticPrefix,
        HoldTimeSec = HoldTimeSec,
        RoutePriority = RoutePriority,
        AllowAsIn = AllowAsIn,
        RedactMd5Key = RedactMd5Key,
    };

    private protected override void Begin()
    {
        base.Begin();
        Options.Check(RouterPlatform.Get(Platform).Platform);
    }

    private protected override void Process()
    {
        foreach (CniReference cni in Cni)
        {
            Act(cni, () => Write(Wait(GetClient(cni).GetCniAsync(cni.Id, Stopped))));
        }

        foreach (InterconnectReference interconnect in Resolve(Interconnect))
        {
            Act(interconnect, () => WriteOn(interconnect));
        }
    }

    private void WriteOn(InterconnectReference interconnect)
    {
        bool found = false;
        foreach (Cni cni in CnisOn(interconnect))
        {
            found = true;
            Attempt(cni.ToString(), () => Write(cni, interconnect.Interconnect));
        }

        if (!found)
        {
            WriteWarning($"Interconnect {interconnect} has no CNI, so there is nothing to configure. Use New-Cni to create one.");
        }
    }

    private void Write(Cni cni, CniInterconnect? interconnect = null)
    {
        CniSettings? settings = cni.Bgp is null ? null : SettingsOf(cni);
        CniRouterConfiguration configuration = RouterConfigurator.Create(cni, interconnect ?? InterconnectOf(cni), settings, RouterPlatform.Get(Platform).Platform, Options);
        foreach (string warning in configuration.Warnings)
        {
            WriteWarning($"CNI {cni.Magic.ConduitName}: {warning}");
        }

        WriteObject(configuration);
    }
}
