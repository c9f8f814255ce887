using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>Finds unusual values in a configuration. They don't prevent its use, so they are looked for only when they are shown.</summary>
internal static class ConfigurationWarnings
{
    /// <summary>Finds the unusual values of a document.</summary>
    /// <param name="document">The document, which was read from a file or an object.</param>
    /// <returns>The warnings, in the order of the document.</returns>
    public static IReadOnlyList<CniConfigurationFinding> Find(ConfigurationDocument document)
    {
        var findings = new ConfigurationFindings();
        long? accountAsn = document.Settings?["default_asn"] as long?;
        if (accountAsn is { } own)
        {
            WarnEach(ConfigurationRule.Asn, document.Settings!, "default_asn", AsnRules.WarnAccount(own), findings);
        }

        foreach (ConfigurationObject one in document.Interconnects ?? [])
        {
            // An object of the pipeline isn't a file that others can read.
            if (one.PairingKey is not null && one.Node?.Line is not null && one.Node.Find("pairing_key") is { } key)
            {
                findings.Warning(
                    ConfigurationRule.PairingKey, key, "Everyone who can read the file can use the pairing key. Replace it with pairing_key_sha256, and use -PairingKey.");
            }
        }

        Dictionary<string, CniInterconnectKind> kinds = ConfigurationChecks.KindsOf(document);
        foreach (ConfigurationObject cni in document.Cnis ?? [])
        {
            WarnLink(cni, kinds.TryGetValue(cni.Interconnect, out CniInterconnectKind kind) ? kind : CniInterconnectKind.Other, findings);
            WarnSession(cni, accountAsn, findings);
        }

        return findings.All;
    }

    private static void WarnLink(ConfigurationObject cni, CniInterconnectKind kind, ConfigurationFindings findings)
    {
        if (cni["magic.mtu"] is int mtu)
        {
            Warn(ConfigurationRule.Mtu, cni, "magic.mtu", MtuRules.Warn(mtu, kind), findings);
        }

        if (IpPrefix.TryParse(cni.Text("cust_ip"), out IpPrefix end) || IpPrefix.TryParse(cni.Text("p2p_ip"), out end))
        {
            Warn(ConfigurationRule.LinkLength, cni, "cust_ip", PointToPointRules.Warn(end), findings);
        }
    }

    private static void WarnSession(ConfigurationObject cni, long? accountAsn, ConfigurationFindings findings)
    {
        if (cni["bgp.customer_asn"] is long asn)
        {
            WarnEach(ConfigurationRule.Asn, cni, "bgp.customer_asn", AsnRules.WarnCustomer(asn, accountAsn), findings);
        }

        if (cni["bgp.md5_key"] is string key)
        {
            Warn(ConfigurationRule.Md5Key, cni, "bgp.md5_key", Md5KeyRules.Warn(key), findings);
        }

        if (cni["bgp_mode"] is string mode)
        {
            Warn(ConfigurationRule.BgpMode, cni, "bgp_mode", BgpModeRules.Warn(mode), findings);
        }

        if (cni["bgp.extra_prefixes"] is IReadOnlyList<string> prefixes)
        {
            foreach (string twice in prefixes.GroupBy(prefix => prefix).Where(same => same.Count() > 1).Select(same => same.Key))
            {
                Warn(ConfigurationRule.PrefixOverlap, cni, "bgp.extra_prefixes", $"{DisplayText.Escape(twice)} is in the list twice.", findings);
            }
        }
    }

    private static void WarnEach(ConfigurationRule rule, ConfigurationObject owner, string path, IEnumerable<string> warnings, ConfigurationFindings findings)
    {
        foreach (string warning in warnings)
        {
            Warn(rule, owner, path, warning, findings);
        }
    }

    private static void Warn(ConfigurationRule rule, ConfigurationObject owner, string path, string? message, ConfigurationFindings findings)
    {
        if (message is not null)
        {
            findings.Warning(rule, owner.NodeOf(owner.Shape[path]), message);
        }
    }
}
