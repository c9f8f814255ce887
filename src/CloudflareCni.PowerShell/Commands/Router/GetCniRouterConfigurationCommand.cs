using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.Routers;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the router configuration for CNIs.</summary>
[Cmdlet(VerbsCommon.Get, "CniRouterConfiguration", DefaultParameterSetName = CniSet)]
[OutputType(typeof(CniRouterConfiguration))]
public sealed class GetCniRouterConfigurationCommand : CniLookupCommand
{
    private const string CniSet = "Cni";
    private const string InterconnectSet = "Interconnect";

    /// <summary>Specifies the IDs of the CNIs.</summary>
    [Parameter(ParameterSetName = CniSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [CniReferenceTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(CniIdCompleter))]
    public CniReference[] Cni { get; set; } = [];

    /// <summary>Specifies the names of the interconnects whose CNIs to configure. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = InterconnectSet, Mandatory = true, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation(ModelOnly = true), ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[] Interconnect { get; set; } = [];

    /// <summary>Specifies the operating system of the router.</summary>
    /// <remarks>The type is string because the engine's own completion of an enumeration doesn't describe the values.</remarks>
    [Parameter(Mandatory = true)]
    [RouterPlatformTransformation]
    [ArgumentCompleter(typeof(RouterPlatformCompleter))]
    public string Platform { get; set; } = "";

    /// <summary>Specifies the interface of the router. By default, the configuration contains an example.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RouterInterfaceCompleter))]
    public string? InterfaceName { get; set; }

    /// <summary>Specifies the prefixes to advertise to Cloudflare, each as A.B.C.D/N. No other prefixes are advertised.</summary>
    [Parameter]
    [PrefixListTransformation]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public string[] AdvertisePrefix { get; set; } = [];

    /// <summary>Specifies the prefixes to accept from Cloudflare, each as A.B.C.D/N. The default is the extra prefixes of the CNI.</summary>
    [Parameter]
    [PrefixListTransformation]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public string[]? ImportPrefix { get; set; }

    /// <summary>Specifies the prefixes to route to Cloudflare if a CNI doesn't have a BGP session, each as A.B.C.D/N.</summary>
    [Parameter]
    [PrefixListTransformation]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public string[] StaticPrefix { get; set; } = [];

    /// <summary>Specifies the hold time of the BGP session in seconds, from 3 to 65535. The default is 60.</summary>
    [Parameter]
    [WholeNumberTransformation]
    public int? HoldTimeSec { get; set; }

    /// <summary>Specifies the priority of the advertised routes in Cloudflare's routing table. The lowest value takes precedence.</summary>
    [Parameter]
    [WholeNumberTransformation]
    [ArgumentCompleter(typeof(RoutePriorityCompleter))]
    public int? RoutePriority { get; set; }

    /// <summary>Accepts routes that carry your own AS number, once.</summary>
    [Parameter]
    public SwitchParameter AllowAsIn { get; set; }

    /// <summary>Replaces the MD5 key with a placeholder.</summary>
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
            // A name that doesn't exist is an error.
            _ = interconnect.Interconnect ?? Wait(GetClient(interconnect).GetInterconnectAsync(interconnect.Name, Stopped));
            WriteWarning($"Interconnect {interconnect} doesn't have a CNI, so there's nothing to configure. Use New-Cni to create one.");
        }
    }

    private void Write(Cni cni, CniInterconnect? interconnect = null)
    {
        CniSettings? settings = cni.Bgp is null ? null : SettingsOf(cni);
        CniRouterConfiguration configuration = RouterConfigurator.Create(cni, interconnect ?? InterconnectOf(cni), settings, RouterPlatform.Get(Platform).Platform, Options);
        Warn($"CNI {cni.Magic.ConduitName}", configuration.Warnings);

        WriteObject(configuration);
    }
}
