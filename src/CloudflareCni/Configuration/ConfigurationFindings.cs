using System.Collections.Generic;

namespace CloudflareCni.Configuration;

/// <summary>Collects what is wrong with a configuration.</summary>
internal sealed class ConfigurationFindings
{
    private const string FileFormat = "The file format: about_CniConfiguration";

    private readonly List<CniConfigurationFinding> _all = [];

    /// <summary>Gets what was found, in the order of the checks.</summary>
    public IReadOnlyList<CniConfigurationFinding> All => _all;

    /// <summary>Adds what can't be used.</summary>
    public void Error(ConfigurationRule rule, ConfigurationNode? node, string message) => Add(CniConfigurationSeverity.Error, rule, node, message);

    /// <summary>Adds what is unusual.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="node">The place.</param>
    /// <param name="message">What to say; null for nothing.</param>
    public void Warning(ConfigurationRule rule, ConfigurationNode? node, string? message)
    {
        if (message is not null)
        {
            Add(CniConfigurationSeverity.Warning, rule, node, message);
        }
    }

    /// <summary>Makes a finding that stands alone: a text that isn't JSON.</summary>
    public static CniConfigurationFinding Syntax(string message, int? line) => new()
    {
        Severity = CniConfigurationSeverity.Error,
        Rule = nameof(ConfigurationRule.Syntax),
        Message = message,
        Line = line,
        Source = SourceOf(ConfigurationRule.Syntax),
    };

    private void Add(CniConfigurationSeverity severity, ConfigurationRule rule, ConfigurationNode? node, string message) => _all.Add(new CniConfigurationFinding
    {
        Severity = severity,
        Rule = rule.ToString(),
        Message = message,
        Pointer = node?.Pointer ?? "",
        Line = node?.Line,
        Source = SourceOf(rule),
    });

    private static string SourceOf(ConfigurationRule rule) => rule switch
    {
        ConfigurationRule.Syntax => "RFC 8259 (JSON)",
        ConfigurationRule.Value => "Cloudflare API reference: Network Interconnects",
        ConfigurationRule.SlotNotPinned => "CloudflareCni.PowerShell: an order specifies its slot, so that it can't happen twice",
        ConfigurationRule.DuplicateSlot => "Cloudflare API reference: one interconnect uses a slot",
        ConfigurationRule.DuplicateConduit => "Cloudflare API reference: 409 Name Conflict",
        ConfigurationRule.PairingKey or ConfigurationRule.DuplicatePairingKey => "Google Cloud: a pairing key is for one VLAN attachment",
        ConfigurationRule.AddressPair or ConfigurationRule.LinkLength => "Cloudflare Network Interconnect: point-to-point /31; RFC 3021",
        ConfigurationRule.PrefixOverlap => "RFC 4632: an address belongs to one network",
        ConfigurationRule.Mtu => "Cloudflare Network Interconnect: MTU by dataplane; Google Cloud: MTU of a VLAN attachment",
        ConfigurationRule.Asn => "RFC 6996 (private AS numbers), RFC 6793 (AS_TRANS), RFC 7300 (reserved AS numbers); Cloudflare Network Interconnect: eBGP",
        ConfigurationRule.BgpMode => "Cloudflare API reference: bgp_mode",
        ConfigurationRule.Md5Key => "Linux, FRR and Equinix: at most 80 characters",
        _ => FileFormat,
    };
}
