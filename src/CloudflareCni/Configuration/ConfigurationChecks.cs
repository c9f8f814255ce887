using System;
using System.Collections.Generic;

namespace CloudflareCni.Configuration;

/// <summary>Finds the errors of a configuration as a whole, without a request.</summary>
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
        if (document.Interconnects is not null)
        {
            CheckHosts(cnis, KindsOf(document), findings);
        }

        CheckLinks(cnis, findings);
    }

    /// <summary>Gets the kinds of the interconnects in a document, by name.</summary>
    public static Dictionary<string, CniInterconnectKind> KindsOf(ConfigurationDocument document)
    {
        var kinds = new Dictionary<string, CniInterconnectKind>(StringComparer.Ordinal);
        foreach (ConfigurationObject one in document.Interconnects ?? [])
        {
            kinds[one.Interconnect] = one.Kind;
        }

        return kinds;
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
                string hash = PairingKeyHashes.Of(key);
                if (one.PairingKeyHash is { } stated && stated != hash)
                {
                    findings.Error(ConfigurationRule.PairingKey, one.Node?.Find("pairing_key"), "pairing_key_sha256 isn't the hash of pairing_key. Remove one of them.");
                }

                one.PairingKeyHash = hash;
            }

            if (one.PairingKeyHash is { } known && !hashes.Add(known))
            {
                findings.Error(ConfigurationRule.DuplicatePairingKey, one.Node, "Another interconnect has the same pairing key. A key can be used for only one interconnect.");
            }
        }
    }

    private static void CheckHosts(IReadOnlyList<ConfigurationObject> cnis, Dictionary<string, CniInterconnectKind> known, ConfigurationFindings findings)
    {
        foreach (ConfigurationObject cni in cnis)
        {
            string host = cni.Interconnect;
            if (host.Length > 0 && !known.ContainsKey(host))
            {
                findings.Error(
                    ConfigurationRule.UnknownInterconnect,
                    cni.NodeOf(cni.Shape["interconnect"]),
                    $"{DisplayText.Quote(host)} isn't the name of an interconnect in this configuration. Add the interconnect, or correct the name.");
            }
        }
    }

    private static void CheckLinks(IReadOnlyList<ConfigurationObject> cnis, ConfigurationFindings findings)
    {
        var links = new LinkIndex<ConfigurationObject>();
        foreach (ConfigurationObject cni in cnis)
        {
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
                    findings.Error(ConfigurationRule.AddressPair, cni.NodeOf(cni.Shape["cust_ip"]), problem.Message);
                    continue;
                }
            }

            IpPrefix link = (hasOwn ? custIp : p2pIp).Network;
            if (links.FindOverlap(link) is { } other)
            {
                findings.Error(
                    ConfigurationRule.PrefixOverlap,
                    cni.NodeOf(cni.Shape["cust_ip"]),
                    $"{link} overlaps the link of CNI {DisplayText.Quote(other.ConduitName)}. Each link needs its own prefix.");
            }

            links.Add(link, cni);
        }
    }
}
