using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>Checks a configuration as a whole, without a request.</summary>
internal static class ConfigurationChecks
{
    /// <summary>Checks a document whose values were checked before, each on its own.</summary>
    public static void Check(ConfigurationDocument document, ConfigurationFindings findings)
    {
        IReadOnlyList<ConfigurationObject> interconnects = document.Interconnects ?? [];
        IReadOnlyList<ConfigurationObject> cnis = document.Cnis ?? [];
        FindTwice(interconnects, "name", one => one.Interconnect, ConfigurationRule.DuplicateName, "the name of another interconnect. Use a different name", findings);
        FindTwice(interconnects, "slot_id", one => one.SlotId?.ToString() ?? "", ConfigurationRule.DuplicateSlot, "the slot of another interconnect. A slot can have only one interconnect", findings);
        FindTwice(cnis, "magic.conduit_name", one => one.ConduitName, ConfigurationRule.DuplicateConduit, "the conduit name of another CNI. A conduit name must be unique in the account", findings);
        CheckInterconnects(interconnects, findings);
        if (document.Settings?["default_asn"] is long own)
        {
            WarnEach(ConfigurationRule.Asn, document.Settings.NodeOf(document.Settings.Shape["default_asn"]), AsnRules.WarnAccount(own), findings);
        }

        Dictionary<string, CniInterconnectKind> kinds = interconnects.GroupBy(one => one.Interconnect).ToDictionary(same => same.Key, same => same.First().Kind);
        foreach (ConfigurationObject cni in cnis)
        {
            CheckHost(cni, document, kinds, findings);
            CheckSession(cni, document.Settings?["default_asn"] as long?, findings);
        }

        CheckLinks(cnis, findings);
    }

    private static void FindTwice(
        IEnumerable<ConfigurationObject> objects, string path, Func<ConfigurationObject, string> value, ConfigurationRule rule, string problem, ConfigurationFindings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ConfigurationObject one in objects)
        {
            string text = value(one);
            if (text.Length > 0 && !seen.Add(text))
            {
                findings.Error(rule, one.NodeOf(one.Shape[path]), $"{DisplayText.Quote(text)} is already {problem}.");
            }
        }
    }

    private static void CheckInterconnects(IReadOnlyList<ConfigurationObject> interconnects, ConfigurationFindings findings)
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        foreach (ConfigurationObject one in interconnects)
        {
            if (one.NeedsSlot && one.Node!.Fields is not null && one.Node.Find("slot_id") is not { Value: not null })
            {
                string site = one.Text("site");
                findings.Error(
                    ConfigurationRule.SlotNotPinned,
                    one.Node,
                    $"Interconnect {DisplayText.Quote(one.Interconnect)} doesn't have a slot_id, so it isn't clear which interconnect it is, or what to order. Add slot_id. "
                    + $"To find a free slot, use: Get-CniSlot{(site.Length == 0 ? "" : $" -Site {DisplayText.Escape(site)}")} -Occupied $false | Select-Object -First 1");
            }

            if (one.PairingKey is { } key)
            {
                findings.Warning(
                    ConfigurationRule.PairingKey,
                    one.Node!.Line is null ? null : one.Node.Find("pairing_key"),
                    one.Node.Line is null ? null : "Everyone who can read the file can use the pairing key. Replace it with pairing_key_sha256, and use -PairingKey.");
                string hash = PairingKeyHashes.Of(key);
                if (one.PairingKeyHash is { } stated && stated != hash)
                {
                    findings.Error(ConfigurationRule.PairingKey, one.Node.Find("pairing_key"), "pairing_key_sha256 isn't the hash of pairing_key. Remove one of them.");
                }

                one.PairingKeyHash = hash;
            }

            if (one.PairingKeyHash is { } known && !hashes.Add(known))
            {
                findings.Error(ConfigurationRule.DuplicatePairingKey, one.Node, "Another interconnect has the same pairing key. A key can be used for only one interconnect.");
            }
        }
    }

    private static void CheckHost(
        ConfigurationObject cni, ConfigurationDocument document, Dictionary<string, CniInterconnectKind> kinds, ConfigurationFindings findings)
    {
        if (cni.Interconnect.Length == 0)
        {
            return;
        }

        CniInterconnectKind kind = CniInterconnectKind.Other;
        if (document.Interconnects is not null && !kinds.TryGetValue(cni.Interconnect, out kind))
        {
            findings.Error(
                ConfigurationRule.UnknownInterconnect,
                cni.NodeOf(cni.Shape["interconnect"]),
                $"{DisplayText.Quote(cni.Interconnect)} isn't the name of an interconnect in this configuration. Add the interconnect, or correct the name.");
        }

        if (cni["magic.mtu"] is int mtu)
        {
            findings.Warning(ConfigurationRule.Mtu, cni.NodeOf(cni.Shape["magic.mtu"]), MtuRules.Warn(mtu, kind));
        }
    }

    private static void CheckSession(ConfigurationObject cni, long? accountAsn, ConfigurationFindings findings)
    {
        if (cni["bgp.customer_asn"] is long asn)
        {
            WarnEach(ConfigurationRule.Asn, cni.NodeOf(cni.Shape["bgp.customer_asn"]), AsnRules.WarnCustomer(asn, accountAsn), findings);
        }

        if (cni["bgp.md5_key"] is string key)
        {
            findings.Warning(ConfigurationRule.Md5Key, cni.NodeOf(cni.Shape["bgp.md5_key"]), Md5KeyRules.Warn(key));
        }

        if (cni["bgp_mode"] is string mode)
        {
            findings.Warning(ConfigurationRule.BgpMode, cni.NodeOf(cni.Shape["bgp_mode"]), BgpModeRules.Warn(mode));
        }

        if (cni["bgp.extra_prefixes"] is IReadOnlyList<string> prefixes)
        {
            foreach (string twice in prefixes.GroupBy(prefix => prefix).Where(same => same.Count() > 1).Select(same => same.Key))
            {
                findings.Warning(ConfigurationRule.PrefixOverlap, cni.NodeOf(cni.Shape["bgp.extra_prefixes"]), $"{DisplayText.Escape(twice)} is in the list twice.");
            }
        }
    }

    private static void CheckLinks(IReadOnlyList<ConfigurationObject> cnis, ConfigurationFindings findings)
    {
        var links = new LinkIndex<ConfigurationObject>();
        foreach (ConfigurationObject cni in cnis)
        {
            ConfigurationNode? node = cni.NodeOf(cni.Shape["cust_ip"]);
            bool hasOwn = IpPrefix.TryParse(cni.Text("cust_ip"), out IpPrefix custIp);
            bool hasOther = IpPrefix.TryParse(cni.Text("p2p_ip"), out IpPrefix p2pIp);
            if (!hasOwn && !hasOther)
            {
                continue;
            }

            if (hasOwn && hasOther)
            {
                try
                {
                    PointToPointRules.CheckPair("cust_ip", custIp, p2pIp);
                }
                catch (CniArgumentException problem)
                {
                    findings.Error(ConfigurationRule.AddressPair, node, problem.Message);
                    continue;
                }
            }

            IpPrefix link = (hasOwn ? custIp : p2pIp).Network;
            findings.Warning(ConfigurationRule.LinkLength, node, PointToPointRules.Warn(hasOwn ? custIp : p2pIp));
            if (links.FindOverlap(link) is { } other)
            {
                findings.Error(
                    ConfigurationRule.PrefixOverlap, node, $"{link} overlaps the link of CNI {DisplayText.Quote(other.ConduitName)}. Each link needs its own prefix.");
            }

            links.Add(link, cni);
        }
    }

    private static void WarnEach(ConfigurationRule rule, ConfigurationNode? node, IEnumerable<string> warnings, ConfigurationFindings findings)
    {
        foreach (string warning in warnings)
        {
            findings.Warning(rule, node, warning);
        }
    }
}
