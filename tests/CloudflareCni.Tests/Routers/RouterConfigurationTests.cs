using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Routers;
using Xunit;

namespace CloudflareCni.Tests.Routers;

/// <summary>Tests what is the same for all platforms.</summary>
public class RouterConfigurationTests
{
    public static TheoryData<CniRouterPlatform> Platforms => [.. Enum.GetValues<CniRouterPlatform>()];

    [Fact]
    public void Each_platform_has_its_renderer() =>
        Assert.Equal(Enum.GetValues<CniRouterPlatform>(), RouterPlatform.All.Select(platform => platform.Platform));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void The_header_names_CNI_interconnect_and_account_and_repeats_the_warnings(CniRouterPlatform platform)
    {
        CniRouterConfiguration configuration = RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session, description: "Uplink A"), platform);

        string header = string.Join('\n', configuration.Text.Split('\n').TakeWhile(line => line.Length > 0 && line[0] is '!' or '#'));
        Assert.All(
            new[] { "CNI lab1", "95438b29-4588-42a7-b0a4-9aba192dd613", "fra03-fr5-18", RouterSamples.Account, "Description: Uplink A", "Review this text before you use it" },
            part => Assert.Contains(part, header, StringComparison.Ordinal));
        Assert.Contains(configuration.Warnings, warning => warning.Contains("is an example", StringComparison.Ordinal));
        Assert.All(configuration.Warnings, warning => Assert.Contains(warning, configuration.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void The_file_is_named_after_CNI_and_platform(CniRouterPlatform platform)
    {
        string name = RouterSamples.Create(RouterSamples.Cni("../../etc/passwd"), platform).FileName;

        Assert.Matches("^cni-[a-z0-9-]+\\.(cfg|conf|set|rsc|cli)$", name);
        Assert.Contains(platform.ToString().ToLowerInvariant(), name, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void A_CNI_on_a_GCP_partner_interconnect_is_rejected(CniRouterPlatform platform) => Assert.Contains("Cloud Router", Refusal(
        () => RouterSamples.Create(RouterSamples.Cni(), platform, interconnect: RouterSamples.GcpPartner)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Platforms))]
    public void The_neighbor_has_the_accounts_AS_number(CniRouterPlatform platform)
    {
        CniRouterConfiguration configuration = RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform, defaultAsn: 4200000001);

        Assert.Contains(RouterSamples.Statements(configuration), line => line.Contains("4200000001", StringComparison.Ordinal));
        Assert.DoesNotContain(RouterSamples.Statements(configuration), line => line.Contains("13335", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Without_a_default_ASN_Cloudflares_own_is_used_with_a_warning(CniRouterPlatform platform)
    {
        CniRouterConfiguration configuration = RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform, defaultAsn: null);

        Assert.Contains(RouterSamples.Statements(configuration), line => line.Contains("13335", StringComparison.Ordinal));
        Assert.Contains(configuration.Warnings, warning => warning.Contains("don't show a default ASN", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Without_AdvertisePrefix_nothing_is_advertised_and_the_text_says_so(CniRouterPlatform platform)
    {
        CniRouterConfiguration configuration = RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform);

        Assert.Contains("Advertised to Cloudflare: nothing.", configuration.Text, StringComparison.Ordinal);
        Assert.Contains("- No prefixes are advertised", configuration.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(RouterSamples.Statements(configuration), line => line.Contains("network ", StringComparison.Ordinal) && line.Contains('/', StringComparison.Ordinal) && platform is not (CniRouterPlatform.RouterOs or CniRouterPlatform.SrLinux));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void In_the_mode_advertise_only_nothing_is_advertised(CniRouterPlatform platform)
    {
        var wanted = new CniRouterOptions { AdvertisePrefixes = ["198.51.100.0/24"], RoutePriority = 10 };
        CniRouterConfiguration configuration = RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session, mode: "advertise_only"), platform, wanted);

        Assert.DoesNotContain("198.51.100.0", configuration.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("60010", configuration.Text, StringComparison.Ordinal);
        Assert.Contains("Advertised to Cloudflare: nothing.", configuration.Text, StringComparison.Ordinal);
        Assert.Contains(configuration.Warnings, warning => warning.Contains("-AdvertisePrefix isn't used", StringComparison.Ordinal));
        Assert.Contains(configuration.Warnings, warning => warning.Contains("-RoutePriority isn't used", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void By_default_the_extra_prefixes_are_accepted_and_the_text_says_what_is_rejected(CniRouterPlatform platform)
    {
        var session = new CniBgp(64512, ["100.96.0.0/12", "10.1.2.3/8", "100.96.0.0/12", "2001:db8::/32", "x\ny"], RouterSamples.Key);
        CniRouterConfiguration configuration = RouterSamples.Create(RouterSamples.Cni(bgp: session), platform);

        string statements = string.Join('\n', RouterSamples.Statements(configuration));
        Assert.Contains("100.96.0.0/12", statements, StringComparison.Ordinal);
        Assert.Contains("10.0.0.0/8", statements, StringComparison.Ordinal);
        Assert.Contains("All other routes", configuration.Text, StringComparison.Ordinal);
        Assert.Equal(2, configuration.Warnings.Count(warning => warning.Contains("isn't an IPv4 prefix", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void ImportPrefix_replaces_the_extra_prefixes(CniRouterPlatform platform)
    {
        var wanted = new CniRouterOptions { ImportPrefixes = ["192.0.2.0/24"] };
        CniRouterConfiguration configuration = RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform, wanted);

        string statements = string.Join('\n', RouterSamples.Statements(configuration));
        Assert.Contains("192.0.2.0/24", statements, StringComparison.Ordinal);
        Assert.DoesNotContain("0.0.0.0/0", statements, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "60010")]
    [InlineData(50, "60050")]
    [InlineData(150, "60150")]
    [InlineData(200, "60200")]
    [InlineData(501000, "60901")]
    [InlineData(1001000, "60902")]
    public void A_route_priority_becomes_Cloudflares_community(int priority, string community)
    {
        var wanted = new CniRouterOptions { AdvertisePrefixes = ["198.51.100.0/24"], RoutePriority = priority };
        Assert.All(Enum.GetValues<CniRouterPlatform>(), platform =>
        {
            IEnumerable<string> lines = RouterSamples.Statements(RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform, wanted));
            Assert.Contains(lines, line => line.Contains("13335", StringComparison.Ordinal) && line.Contains(community, StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Cloudflares_default_priority_has_no_community(CniRouterPlatform platform)
    {
        var wanted = new CniRouterOptions { AdvertisePrefixes = ["198.51.100.0/24"] };

        Assert.Equal(
            RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform, wanted).Text,
            RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform, wanted with { RoutePriority = 100 }).Text);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void AllowAsIn_adds_one_statement(CniRouterPlatform platform)
    {
        IReadOnlyList<string> without = RouterSamples.Statements(RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform));
        IReadOnlyList<string> with = RouterSamples.Statements(RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform, new CniRouterOptions { AllowAsIn = true }));

        Assert.Single(with.Except(without));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void A_redacted_key_does_not_appear_anywhere(CniRouterPlatform platform)
    {
        CniRouterConfiguration configuration = RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform, new CniRouterOptions { RedactMd5Key = true });

        Assert.DoesNotContain(RouterSamples.Key, configuration.Text, StringComparison.Ordinal);
        Assert.Contains("MD5-KEY-REDACTED", configuration.Text, StringComparison.Ordinal);
        Assert.Contains(configuration.Warnings, warning => warning.Contains("Replace MD5-KEY-REDACTED", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Without_BGP_static_routes_lead_to_Cloudflare(CniRouterPlatform platform)
    {
        CniRouterConfiguration configuration = RouterSamples.Create(RouterSamples.Cni(), platform, new CniRouterOptions { StaticPrefixes = ["10.0.0.0/8", "10.0.0.0/8"] });

        string line = Assert.Single(configuration.Text.Split('\n'), line => line.Contains("10.0.0.0", StringComparison.Ordinal));
        Assert.True(line.Contains("172.24.0.17", StringComparison.Ordinal) || platform == CniRouterPlatform.SrLinux, line);
        Assert.DoesNotContain(RouterSamples.Statements(configuration), statement => statement.Contains("bgp", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void An_option_that_does_not_apply_to_the_CNI_gets_a_warning(CniRouterPlatform platform)
    {
        var wanted = new CniRouterOptions
        {
            AdvertisePrefixes = ["198.51.100.0/24"],
            ImportPrefixes = ["0.0.0.0/0"],
            StaticPrefixes = ["10.0.0.0/8"],
            HoldTimeSec = 30,
            RoutePriority = 10,
            AllowAsIn = true,
        };

        Assert.Contains(
            RouterSamples.Create(RouterSamples.Cni(), platform, wanted).Warnings,
            warning => warning.Contains("-AdvertisePrefix, -ImportPrefix, -HoldTimeSec, -RoutePriority, -AllowAsIn aren't used", StringComparison.Ordinal));
        CniRouterConfiguration bgp = RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform, wanted);
        Assert.Contains(bgp.Warnings, warning => warning.Contains("-StaticPrefix isn't used", StringComparison.Ordinal));
        Assert.DoesNotContain("10.0.0.0", bgp.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CniRouterPlatform.IosXe, "mtu 1500", "ip mtu 1476")]
    [InlineData(CniRouterPlatform.IosXr, "mtu 1514", "ipv4 mtu 1476")]
    [InlineData(CniRouterPlatform.NxOs, "mtu 1500", null)]
    [InlineData(CniRouterPlatform.Junos, "set interfaces xe-0/0/0 mtu 1514", "set interfaces xe-0/0/0 unit 0 family inet mtu 1476")]
    [InlineData(CniRouterPlatform.Eos, "mtu 1476", null)]
    [InlineData(CniRouterPlatform.VyOs, "set interfaces ethernet eth1 mtu '1500'", "set interfaces ethernet eth1 ip adjust-mss '1436'")]
    [InlineData(CniRouterPlatform.RouterOs, "mtu=1476", null)]
    [InlineData(CniRouterPlatform.SrLinux, "set / interface ethernet-1/1 mtu 1514", "set / interface ethernet-1/1 subinterface 0 ip-mtu 1476")]
    public void On_dataplane_v1_only_outgoing_packets_are_smaller(CniRouterPlatform platform, string link, string? ip)
    {
        IReadOnlyList<string> statements = RouterSamples.Statements(RouterSamples.Create(RouterSamples.Cni(mtu: 1476), platform, new CniRouterOptions()));

        Assert.Contains(statements, line => line == link || line.Contains($" {link} ", StringComparison.Ordinal));
        Assert.True(ip is null || statements.Contains(ip), string.Join('\n', statements));
    }

    [Theory]
    [InlineData("172.24.0.16/31", "172.24.0.16/31")]
    [InlineData("172.24.0.16/31", "172.24.0.18/31")]
    [InlineData("172.24.0.16", "172.24.0.17/31")]
    [InlineData("", "")]
    [InlineData("fd00::1/127", "fd00::2/127")]
    [InlineData("172.24.0.16/31\nreload", "172.24.0.17/31")]
    public void Addresses_that_are_not_the_ends_of_a_link_are_rejected(string custIp, string p2pIp) =>
        Refusal(() => RouterSamples.Create(RouterSamples.Cni(custIp: custIp, p2pIp: p2pIp), CniRouterPlatform.Frr));

    public static TheoryData<CniRouterOptions, string> BadOptions => new()
    {
        { new() { InterfaceName = "eth1\nreload" }, "InterfaceName" },
        { new() { InterfaceName = "eth1;reload" }, "InterfaceName" },
        { new() { InterfaceName = "" }, "InterfaceName" },
        { new() { InterfaceName = "eth1\n" }, "InterfaceName" },
        { new() { InterfaceName = "an-interface-name-that-is-long" }, "InterfaceName" },
        { new() { AdvertisePrefixes = ["10.0.0.1/8"] }, "AdvertisePrefix" },
        { new() { AdvertisePrefixes = ["10.0.0.0/8\nreload"] }, "AdvertisePrefix" },
        { new() { ImportPrefixes = ["10.0.0.0"] }, "ImportPrefix" },
        { new() { StaticPrefixes = ["2001:db8::/32"] }, "StaticPrefix" },
        { new() { HoldTimeSec = 2 }, "HoldTimeSec" },
        { new() { HoldTimeSec = 0 }, "HoldTimeSec" },
        { new() { HoldTimeSec = 65536 }, "HoldTimeSec" },
        { new() { RoutePriority = 99 }, "RoutePriority" },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void An_invalid_option_is_rejected_before_anything_is_read(CniRouterOptions options, string parameterName)
    {
        CniArgumentException refused = Assert.Throws<CniArgumentException>(() => options.Check(CniRouterPlatform.Frr));
        Assert.Equal(parameterName, refused.ParameterName);
    }

    [Fact]
    public void Every_example_of_an_interface_name_is_valid() => Assert.All(RouterPlatform.All, platform => Assert.All(
        platform.InterfaceExamples, name => new CniRouterOptions { InterfaceName = name }.Check(platform.Platform)));

    [Theory]
    [InlineData(CniRouterPlatform.Junos, "xe-0/0/0.100")]
    [InlineData(CniRouterPlatform.SrLinux, "ethernet-1/1.0")]
    [InlineData(CniRouterPlatform.VyOs, "eth1.100")]
    [InlineData(CniRouterPlatform.Eos, "Ethernet1.100")]
    public void A_subinterface_is_rejected(CniRouterPlatform platform, string name) =>
        Assert.Throws<CniArgumentException>(() => new CniRouterOptions { InterfaceName = name }.Check(platform));

    [Theory]
    [InlineData(241, "no effect")]
    [InlineData(19, "short")]
    public void An_unusual_hold_time_gets_a_warning(int holdTime, string part) => Assert.Contains(
        RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), CniRouterPlatform.Frr, new CniRouterOptions { HoldTimeSec = holdTime }).Warnings,
        warning => warning.Contains(part, StringComparison.Ordinal));

    [Fact]
    public void An_unusual_session_gets_a_warning()
    {
        IReadOnlyList<string> same = RouterSamples.Create(RouterSamples.Cni(bgp: new CniBgp(13335, ["0.0.0.0/0"])), CniRouterPlatform.Frr).Warnings;
        IReadOnlyList<string> empty = RouterSamples.Create(RouterSamples.Cni(bgp: new CniBgp(64512, [])), CniRouterPlatform.Frr).Warnings;
        IReadOnlyList<string> mode = RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session, mode: "new\nmode"), CniRouterPlatform.Frr).Warnings;
        IReadOnlyList<string> all = RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), CniRouterPlatform.Frr, new CniRouterOptions { AdvertisePrefixes = ["0.0.0.0/0"] }).Warnings;

        Assert.Contains(same, warning => warning.Contains("both ends", StringComparison.Ordinal));
        Assert.Contains(empty, warning => warning.Contains("no extra prefixes", StringComparison.Ordinal));
        Assert.Contains(mode, warning => warning.Contains(@"new\u000Amode", StringComparison.Ordinal));
        Assert.Contains(all, warning => warning.Contains("default route", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Nothing_is_set_that_Cloudflare_does_not_support_or_that_affects_other_neighbors(CniRouterPlatform platform)
    {
        string[] never =
        [
            "bfd", "ttl-security", "gtsm", "ttl", "ebgp-multihop", "graceful-restart", "log-neighbor", "default ipv4-unicast", "maximum-paths", "bestpath", "no-client-to-client",
            "system-as", "routing-options autonomous-system", "bgp autonomous-system", "bgp router-id", "ip routing", "deny from any", "deny to any", "listen on", "frr defaults",
        ];
        var wanted = new CniRouterOptions { AdvertisePrefixes = ["198.51.100.0/24"], RoutePriority = 10, AllowAsIn = true };
        IReadOnlyList<string> statements = RouterSamples.Statements(RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), platform, wanted));

        Assert.All(statements, line => Assert.All(never, word => Assert.DoesNotContain(word, line, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(statements, line => line.StartsWith("router id", StringComparison.Ordinal) || line.StartsWith("AS ", StringComparison.Ordinal));
    }

    private static string Refusal(Action action) => Assert.Throws<CniArgumentException>(action).Message;
}
