using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CloudflareCni.Client;
using CloudflareCni.Configuration;
using CsCheck;
using Xunit;

namespace CloudflareCni.Tests.Configurations;

/// <summary>What is wrong with a configuration is found at once, each with its rule, its place and its line.</summary>
public sealed class ConfigurationReaderTests
{
    private const string Slot = "3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f93";

    private static readonly string Link = $$"""{ "name": "a", "slot_id": "{{Slot}}" }""";

    [Theory]
    [InlineData("[]", "Type", "")]
    [InlineData("{}", "Format", "")]
    [InlineData("""{ "format": 2 }""", "Format", "/format")]
    [InlineData("""{ "format": 1, "cni": [] }""", "UnknownField", "/cni")]
    [InlineData("""{ "format": 1, "cnis": [], "cnis": [] }""", "DuplicateField", "/cnis")]
    [InlineData("""{ "format": 1, "cnis": {} }""", "Type", "/cnis")]
    [InlineData("""{ "format": 1, "partial": 1 }""", "Type", "/partial")]
    [InlineData("""{ "format": 1, "account": "a/b" }""", "Value", "/account")]
    [InlineData("""{ "format": 1, "settings": { "default_asn": 0 } }""", "Value", "/settings/default_asn")]
    [InlineData("""{ "format": 1, "settings": { "default_asn": "many" } }""", "Type", "/settings/default_asn")]
    [InlineData("""{ "format": 1, "interconnects": [{ "name": "a", "site": "fra03" }] }""", "SlotNotPinned", "/interconnects/0")]
    [InlineData("""{ "format": 1, "interconnects": [{ "name": "a", "slot_id": "any" }] }""", "Type", "/interconnects/0/slot_id")]
    [InlineData("""{ "format": 1, "interconnects": [{ "type": "gcp_partner" }] }""", "Required", "/interconnects/0")]
    [InlineData("""{ "format": 1, "interconnects": [{ "name": "a", "type": "gcp_partner", "pairing_key_sha256": "abc" }] }""", "Value", "/interconnects/0/pairing_key_sha256")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a" }] }""", "Required", "/cnis/0")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": {} }] }""", "Required", "/cnis/0/magic")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": { "conduit_name": "b", "mtu": 99 } }] }""", "Value", "/cnis/0/magic/mtu")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": { "conduit_name": "b", "mtu": null } }] }""", "Null", "/cnis/0/magic/mtu")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": { "conduit_name": "b", "mtu": 1500.5 } }] }""", "Type", "/cnis/0/magic/mtu")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": { "conduit_name": "b" }, "cust_ip": "10.0.0.1" }] }""", "Value", "/cnis/0/cust_ip")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": { "conduit_name": "b" }, "cust_ip": "10.0.0.0/31", "p2p_ip": "10.0.0.2/31" }] }""", "AddressPair", "/cnis/0/cust_ip")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": { "conduit_name": "b" }, "bgp": { "customer_asn": 64512, "extra_prefixes": ["10.0.0.1/8"] } }] }""", "Value", "/cnis/0/bgp/extra_prefixes")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": { "conduit_name": "b" }, "id": "x" }] }""", "UnknownField", "/cnis/0/id")]
    public void An_error_has_its_rule_and_its_place(string json, string rule, string place) =>
        Assert.Equal([(rule, place)], Read(json).Findings.Where(finding => finding.Severity == CniConfigurationSeverity.Error).Select(finding => (finding.Rule, finding.Pointer)));

    [Fact]
    public void Everything_wrong_is_found_at_once_with_its_line()
    {
        ConfigurationDocument document = Read(
            $$"""
            {
              // A comment, and a comma at the end.
              "format": 1,
              "interconnects": [{{Link}}, {{Link}}],
              "cnis": [
                { "interconnect": "a", "magic": { "conduit_name": "one", "mtu": 1500 }, "cust_ip": "10.0.0.0/31", "p2p_ip": "10.0.0.1/31" },
                { "interconnect": "b", "magic": { "conduit_name": "one", "mtu": 1600 }, "cust_ip": "10.0.0.1/30", "p2p_ip": "10.0.0.2/30" },
                { "interconnect": "a", "magic": { "conduit_name": "two", "mtu": 1600 }, "bgp": { "customer_asn": 13335, "md5_key": "{{new string('k', 81)}}" }, "bgp_mode": "other" },
              ],
            }
            """);

        Assert.Equal(
            [
                "Error DuplicateName 4 /interconnects/1/name",
                "Error DuplicateSlot 4 /interconnects/1/slot_id",
                "Error DuplicateConduit 7 /cnis/1/magic/conduit_name",
                "Error UnknownInterconnect 7 /cnis/1/interconnect",
                "Error PrefixOverlap 7 /cnis/1/cust_ip",
                "Warning LinkLength 7 /cnis/1/cust_ip",
                "Warning Mtu 8 /cnis/2/magic/mtu",
                "Warning Asn 8 /cnis/2/bgp/customer_asn",
                "Warning Md5Key 8 /cnis/2/bgp/md5_key",
                "Warning BgpMode 8 /cnis/2/bgp_mode",
            ],
            document.Findings.Select(finding => $"{finding.Severity} {finding.Rule} {finding.Line} {finding.Pointer}"));
        Assert.All(document.Findings, finding => Assert.NotEmpty(finding.Source));
        Assert.DoesNotContain(document.Findings, finding => finding.Message.Contains("kkk", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{", 1)]
    [InlineData("{\n\"format\": 1,\n\"cnis\": [}\n", 3)]
    [InlineData("", 1)]
    [InlineData("{ \"format\": 1 } x", 1)]
    [InlineData("'single'", 1)]
    public void What_is_not_JSON_is_a_finding_with_its_line(string json, int line)
    {
        Assert.Null(ConfigurationJson.Read(Encoding.UTF8.GetBytes(json), out CniConfigurationFinding? problem));

        Assert.Equal(("Syntax", line, CniConfigurationSeverity.Error), (problem!.Rule, problem.Line, problem.Severity));
    }

    [Fact]
    public void A_file_of_Windows_PowerShell_is_read_too()
    {
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)])
        {
            byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes("""{ "format": 1, "note": "ü" }""")];

            Assert.Empty(ConfigurationReader.Read(ConfigurationJson.Read(file, out _)!).Findings);
        }
    }

    [Fact]
    public void Keys_are_never_repeated()
    {
        const string Canary = "canary\\u0001key";
        ConfigurationDocument document = Read(
            $$"""{ "format": 1, "interconnects": [{ "name": "a", "type": "gcp_partner", "pairing_key": "{{Canary}}" }, { "name": "b", "pairing_key": 7, "pairing_key_sha256": "canary" }], "cnis": [{ "interconnect": "a", "magic": { "conduit_name": "c" }, "bgp": { "customer_asn": 64512, "md5_key": "{{Canary}}" } }] }""");

        Assert.True(document.HasErrors);
        Assert.All(document.Findings, finding => Assert.DoesNotContain("canary", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Prefixes_of_all_lengths_are_found_to_overlap() => Check.Sample(
        Gen.Select(Gen.UInt[0, 64], Gen.Int[25, 31]).Array[2, 12],
        ends =>
        {
            var index = new LinkIndex<string>();
            var all = new List<IpPrefix>();
            foreach ((uint address, int length) in ends)
            {
                IpPrefix network = IpPrefix.Parse("x", $"10.0.0.{address}/{length}").Network;
                bool overlaps = all.Any(other => other.WithLength(Math.Min(length, other.Length)).Network == network.WithLength(Math.Min(length, other.Length)).Network);
                Assert.Equal(overlaps, index.FindOverlap(network) is not null);
                index.Add(network, "one");
                all.Add(network);
            }
        },
        iter: 1_000);

    private static ConfigurationDocument Read(string json) => ConfigurationReader.Read(ConfigurationJson.Read(Encoding.UTF8.GetBytes(json), out _)!);
}
