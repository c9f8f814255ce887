using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

/// <summary>Tests the requests to create objects: what they contain, and how they differ from an existing object.</summary>
public sealed class CniCreationTests
{
    private static readonly Guid Id = new("3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f93");
    private static readonly string[] Prefixes = ["10.0.0.0/8"];

    private static CniEdit Values => new() { ["ConduitName"] = "conduit", ["Mtu"] = 1500 };

    [Fact]
    public void A_creation_has_the_given_values_and_nothing_else()
    {
        CniCreation creation = CniCreation.Of(
            "ic-1",
            new CniEdit { ["ConduitName"] = "conduit", ["Description"] = "text", ["Mtu"] = 1500, ["CustomerAsn"] = 65550L, ["ExtraPrefix"] = Prefixes, ["Md5Key"] = "hunter2" });

        Assert.Equal(
            "Interconnect: (none) -> ic-1|ConduitName: (none) -> conduit|Mtu: (none) -> 1500|Description: (none) -> text|CustomerAsn: (none) -> 65550|ExtraPrefix: (none) -> 10.0.0.0/8|Md5Key: (none) -> (a key)",
            string.Join('|', creation.Fields));
        Assert.Equal("hunter2", creation.Cni.Bgp!.Md5Key);
        Assert.Equal(["hunter2"], CniFieldChanges.Secrets(creation.Cni));
    }

    [Fact]
    public void A_creation_without_a_customer_ASN_has_no_BGP_session()
    {
        CniCreation creation = CniCreation.Of("ic-1", Values);

        Assert.Null(creation.Cni.Bgp);
        Assert.Equal("Interconnect: (none) -> ic-1|ConduitName: (none) -> conduit|Mtu: (none) -> 1500", string.Join('|', creation.Fields));
        Assert.Null(CniCreation.Of("ic-1", new CniEdit { ["ConduitName"] = "conduit", ["ExtraPrefix"] = Array.Empty<string>() }).Cni.Bgp);
    }

    public static TheoryData<CniEdit> SessionValues { get; } =
        [new CniEdit { ["ExtraPrefix"] = Prefixes }, new CniEdit { ["Md5Key"] = "key" }];

    [Theory]
    [MemberData(nameof(SessionValues))]
    public void A_BGP_value_needs_a_customer_ASN(CniEdit edit) =>
        Assert.Equal("-ExtraPrefix and -Md5Key need a BGP session. Use -CustomerAsn as well.", Refusal.Of(() => CniCreation.Of("ic-1", edit), "CustomerAsn"));

    [Fact]
    public void The_values_of_a_creation_are_checked()
    {
        Refusal.Of(() => CniCreation.Of("..", Values), "Interconnect");
        Refusal.Of(() => CniCreation.Of("ic-1", new CniEdit { ["Mtu"] = 1 }), "Mtu");
    }

    [Fact]
    public void A_creation_can_be_made_of_objects()
    {
        var bgp = new CniBgp(65550, []);

        CniCreation creation = new("ic-1", new CniMagicSettings("conduit", "", 1500), bgp);

        Assert.Equal(("ic-1", "conduit"), (creation.Cni.Interconnect, creation.Cni.ConduitName));
        Assert.Same(bgp, creation.Cni.Bgp);
    }

    [Fact]
    public void Only_what_was_requested_can_differ_from_an_existing_CNI()
    {
        var existing = new Cni(Id, "customer", "ic-1", "192.168.3.4/31", "192.168.3.5/31", new CniMagicSettings("conduit", "text", 1476), new CniBgp(65550, [], "key"), "advertise_only");
        CniCreation same = CniCreation.Of("ic-1", new CniEdit { ["ConduitName"] = "conduit", ["Description"] = "text", ["Mtu"] = 1476, ["CustomerAsn"] = 65550L, ["Md5Key"] = "key" });
        CniCreation other = CniCreation.Of("ic-2", new CniEdit { ["ConduitName"] = "conduit", ["Description"] = "text", ["Mtu"] = 1500 });

        Assert.Empty(same.DifferencesOf(existing));
        Assert.Equal(
            ["Interconnect is ic-1, but ic-2 was requested.", "Mtu is 1476, but 1500 was requested.", "Bgp is AS65550, but (none) was requested."],
            other.DifferencesOf(existing));
        Assert.Equal("192.168.3.4/31", existing.CustIp);
    }

    [Theory]
    [InlineData(null, "direct", "10G", "direct", "")]
    [InlineData("10g", "DIRECT", "10G", "direct", "")]
    [InlineData("10G", "direct", "1G", "direct", "Speed is 1G, but 10G was requested.")]
    [InlineData("10G", "direct", null, "direct", "Speed is (none shown), but 10G was requested.")]
    [InlineData(null, "direct", null, null, "Type is (none shown), but direct was requested.")]
    [InlineData("10G", "new", "1G", "direct", "Speed is 1G, but 10G was requested.|Type is direct, but new was requested.")]
    public void A_requested_speed_or_type_can_differ_from_an_existing_interconnect(string? speed, string type, string? existingSpeed, string? existingType, string differences) =>
        Assert.Equal(
            differences,
            string.Join('|', new CniPhysicalInterconnectCreation(Id, speed, type).DifferencesOf(new CniInterconnect("ic-1", "account", existingType, speed: existingSpeed))));

    [Fact]
    public void An_interconnect_has_the_type_of_its_kind_unless_another_is_given()
    {
        var partner = new CniGcpPartnerInterconnectCreation("key", "1G");

        Assert.Equal(("key", "1G", "gcp_partner"), (partner.PairingKey, partner.Bandwidth, partner.Type));
        Assert.Equal("new", new CniGcpPartnerInterconnectCreation("key", "1G", "new").Type);
        Assert.Equal("direct", new CniPhysicalInterconnectCreation(Id).Type);
    }
}
