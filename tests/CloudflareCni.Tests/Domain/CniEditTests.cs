using System;
using System.Collections.Generic;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class CniEditTests
{
    private static readonly Guid Id = new("3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f93");

    [Fact]
    public void An_empty_edit_changes_nothing()
    {
        Cni current = Stands();

        CniEditResult result = new CniEdit().ApplyTo(current);

        Assert.Empty(result.Changes);
        Assert.Empty(result.Warnings);
        Assert.Equivalent(current, result.Cni, strict: true);
    }

    [Fact]
    public void An_edit_without_values_is_empty()
    {
        Assert.True(new CniEdit().IsEmpty);
        Assert.All(Edits, edit => Assert.False(edit.Data.Item1.IsEmpty));
        Assert.False(new CniEdit { ["P2pIp"] = "10.0.0.1/31" }.IsEmpty);
    }

    [Fact]
    public void A_BGP_session_is_new_if_the_CNI_had_none()
    {
        Cni with = Stands();
        Cni without = new CniEdit { RemoveBgp = true }.ApplyTo(with).Cni;

        Assert.True(new CniEdit { ["CustomerAsn"] = 65550L }.ApplyTo(without).SetsUpBgp);
        Assert.False(new CniEdit { ["Mtu"] = 1500 }.ApplyTo(without).SetsUpBgp);
        Assert.False(new CniEdit { ["CustomerAsn"] = 65551L }.ApplyTo(with).SetsUpBgp);
    }

    [Fact]
    public void An_MD5_key_that_many_routers_reject_gets_a_warning()
    {
        Assert.Empty(new CniEdit { ["Md5Key"] = new string('k', 80) }.ApplyTo(Stands()).Warnings);
        string warning = Assert.Single(new CniEdit { ["Md5Key"] = new string('k', 81) }.ApplyTo(Stands()).Warnings);
        Assert.Contains("81 characters", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("kkk", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_already_set_is_not_a_change()
    {
        Cni current = Stands();

        CniEditResult result = new CniEdit
        {
            ["ConduitName"] = "conduit",
            ["Description"] = "text",
            ["Mtu"] = 1476,
            ["CustIp"] = "192.168.3.4/31",
            ["P2pIp"] = "192.168.3.5/31",
            ["CustomerAsn"] = 65550L,
            ["ExtraPrefix"] = new[] { "0.0.0.0/0", "10.0.0.0/8" },
            ["Md5Key"] = "key",
            ["BgpMode"] = "advertise_only",
        }.ApplyTo(current);

        Assert.Empty(result.Changes);
        Assert.Equivalent(current, result.Cni, strict: true);
    }

    public static TheoryData<CniEdit, string> Edits { get; } = new()
    {
        { new CniEdit { ["ConduitName"] = "other" }, "ConduitName: conduit -> other" },
        { new CniEdit { ["Description"] = "" }, "Description: text -> ''" },
        { new CniEdit { ["Mtu"] = 1500 }, "Mtu: 1476 -> 1500" },
        { new CniEdit { ["CustIp"] = "10.0.0.0/31", ["P2pIp"] = "10.0.0.1/31" }, "CustIp: 192.168.3.4/31 -> 10.0.0.0/31|P2pIp: 192.168.3.5/31 -> 10.0.0.1/31" },
        { new CniEdit { ["CustIp"] = "192.168.3.5/31", ["P2pIp"] = "192.168.3.4/31" }, "CustIp: 192.168.3.4/31 -> 192.168.3.5/31|P2pIp: 192.168.3.5/31 -> 192.168.3.4/31" },
        { new CniEdit { ["CustomerAsn"] = 4199999999L }, "CustomerAsn: 65550 -> 4199999999" },
        { new CniEdit { ["ExtraPrefix"] = Array.Empty<string>() }, "ExtraPrefix: 0.0.0.0/0, 10.0.0.0/8 -> (none)" },
        { new CniEdit { ["ExtraPrefix"] = new[] { "10.0.0.0/8", "0.0.0.0/0" } }, "ExtraPrefix: 0.0.0.0/0, 10.0.0.0/8 -> 10.0.0.0/8, 0.0.0.0/0" },
        { new CniEdit { ["Md5Key"] = "hunter2" }, "Md5Key: (a key) -> (another key)" },
        { new CniEdit { RemoveMd5Key = true }, "Md5Key: (a key) -> (none)" },
        { new CniEdit { ["BgpMode"] = "dynamic_route_exchange" }, "BgpMode: advertise_only -> dynamic_route_exchange" },
        { new CniEdit { RemoveBgp = true }, "Bgp: AS65550 (0.0.0.0/0, 10.0.0.0/8) -> (none)" },
        { new CniEdit { RemoveBgp = true, ["Mtu"] = 1500 }, "Mtu: 1476 -> 1500|Bgp: AS65550 (0.0.0.0/0, 10.0.0.0/8) -> (none)" },
        { new CniEdit { ["ConduitName"] = "a\u202eb" }, @"ConduitName: conduit -> a\u202Eb" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Only_values_that_differ_are_listed_as_changes(CniEdit edit, string changes)
    {
        CniEditResult result = edit.ApplyTo(Stands());

        Assert.Equal(changes, string.Join('|', result.Changes));
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void Values_that_are_not_given_stay_including_unknown_fields(CniEdit edit, string changes)
    {
        Cni current = Stands();

        Cni updated = edit.ApplyTo(current).Cni;

        Assert.NotEmpty(changes);
        Assert.Equal((current.Id, current.Account, current.Interconnect, current.AccountId), (updated.Id, updated.Account, updated.Interconnect, updated.AccountId));
        Assert.Same(current.Origin, updated.Origin);
        Assert.Equal("cni", updated.AdditionalProperties["new"]);
        Assert.Equal("magic", updated.Magic.AdditionalProperties["new"]);
        Assert.Equal(edit["ConduitName"] ?? "conduit", updated.Magic.ConduitName);
        Assert.Equal(edit["Description"] ?? "text", updated.Magic.Description);
        Assert.Equal(edit["Mtu"] ?? 1476, updated.Magic.Mtu);
        Assert.Equal(edit["CustIp"] ?? "192.168.3.4/31", updated.CustIp);
        Assert.Equal(edit["P2pIp"] ?? "192.168.3.5/31", updated.P2pIp);
        Assert.Equal(edit["BgpMode"] ?? "advertise_only", updated.BgpMode);
        if (edit.RemoveBgp)
        {
            Assert.Null(updated.Bgp);
            return;
        }

        Assert.Equal("bgp", updated.Bgp!.AdditionalProperties["new"]);
        Assert.Equal(edit["CustomerAsn"] ?? 65550L, updated.Bgp.CustomerAsn);
        Assert.Equal(edit["ExtraPrefix"] as string[] ?? ["0.0.0.0/0", "10.0.0.0/8"], updated.Bgp.ExtraPrefixes);
        Assert.Equal(edit.RemoveMd5Key ? null : edit["Md5Key"] ?? "key", updated.Bgp.Md5Key);
    }

    [Fact]
    public void A_change_never_contains_an_MD5_key()
    {
        CniFieldChange change = Assert.Single(new CniEdit { ["Md5Key"] = "hunter2" }.ApplyTo(Stands()).Changes);

        Assert.Equal(("(a key)", "(another key)"), (change.From, change.To));
    }

    [Fact]
    public void A_customer_ASN_creates_a_BGP_session()
    {
        CniEditResult result = new CniEdit { ["CustomerAsn"] = 65550L }.ApplyTo(Stands(hasBgp: false));

        Assert.Equal("CustomerAsn: (none) -> 65550", string.Join('|', result.Changes));
        Assert.Equivalent(new CniBgp(65550, []), result.Cni.Bgp, strict: true);
    }

    [Fact]
    public void A_new_BGP_session_can_be_set_completely_with_its_customer_ASN()
    {
        CniEditResult result = new CniEdit { ["CustomerAsn"] = 65550L, ["ExtraPrefix"] = new[] { "0.0.0.0/0" }, ["Md5Key"] = "k", ["BgpMode"] = "advertise_only" }
            .ApplyTo(Stands(hasBgp: false));

        Assert.Equal("CustomerAsn: (none) -> 65550|ExtraPrefix: (none) -> 0.0.0.0/0|Md5Key: (none) -> (a key)|BgpMode: (none) -> advertise_only", string.Join('|', result.Changes));
        Assert.Equivalent(new CniBgp(65550, ["0.0.0.0/0"], "k"), result.Cni.Bgp, strict: true);
    }

    public static TheoryData<CniEdit, string> SessionEdits { get; } = new()
    {
        { new CniEdit { ["ExtraPrefix"] = new[] { "0.0.0.0/0" } }, "ExtraPrefix" },
        { new CniEdit { ["Md5Key"] = "k" }, "Md5Key" },
        { new CniEdit { ["BgpMode"] = "advertise_only" }, "BgpMode" },
    };

    [Theory]
    [MemberData(nameof(SessionEdits))]
    public void A_BGP_value_cannot_be_set_without_a_BGP_session(CniEdit edit, string parameter)
    {
        string message = Refusal.Of(() => edit.ApplyTo(Stands(hasBgp: false)), parameter);

        Assert.Contains("has no BGP session", message, StringComparison.Ordinal);
        Assert.Contains("-CustomerAsn", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Removing_something_that_does_not_exist_is_not_a_change(bool removeBgp, bool removeMd5Key) =>
        Assert.Empty(new CniEdit { RemoveBgp = removeBgp, RemoveMd5Key = removeMd5Key }.ApplyTo(Stands(hasBgp: false)).Changes);

    [Theory]
    [InlineData("192.168.3.6/31", null, "CustIp", "both ends must be in the same prefix")]
    [InlineData("192.168.3.5/31", null, "CustIp", "can't be both ends")]
    [InlineData("192.168.3.6/30", null, "CustIp", "different prefix lengths")]
    [InlineData(null, "192.168.3.6/31", "P2pIp", "both ends must be in the same prefix")]
    [InlineData(null, "192.168.3.4/31", "P2pIp", "can't be both ends")]
    [InlineData("10.0.0.0/31", "10.0.0.2/31", "CustIp", "both ends must be in the same prefix")]
    public void An_address_must_fit_the_other_end(string? custIp, string? p2pIp, string parameter, string reason) =>
        Assert.Contains(
            reason, Refusal.Of(() => new CniEdit { ["CustIp"] = custIp, ["P2pIp"] = p2pIp }.ApplyTo(Stands()), parameter), StringComparison.Ordinal);

    [Theory]
    [InlineData("fd00::1/127")]
    [InlineData("")]
    [InlineData("192.168.3.5 /31")]
    public void A_current_address_that_cannot_be_read_is_not_checked(string standing)
    {
        CniEditResult result = new CniEdit { ["CustIp"] = "10.0.0.0/31" }.ApplyTo(Stands(p2pIp: standing));

        Assert.Equal(("10.0.0.0/31", standing), (result.Cni.CustIp, result.Cni.P2pIp));
        Refusal.Of(() => new CniEdit { ["CustIp"] = "10.0.0.0/32" }.ApplyTo(Stands(p2pIp: standing)), "CustIp");
    }

    [Fact]
    public void Values_that_were_read_are_never_checked()
    {
        var odd = new Cni(
            Id, "", "", "10.0.0.0/24", "somewhere", new CniMagicSettings("", "a\0b", -5), new CniBgp(0, ["10.1.2.3/8"], "\"?"), "weird");

        CniEditResult result = new CniEdit { ["Description"] = "fine", ["CustIp"] = "10.0.0.0/31" }.ApplyTo(odd);

        Assert.Equal(@"Description: a\u0000b -> fine|CustIp: 10.0.0.0/24 -> 10.0.0.0/31", string.Join('|', result.Changes));
        Assert.Equivalent(odd.Bgp, result.Cni.Bgp, strict: true);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void A_link_address_that_does_not_change_is_not_checked_against_the_other() =>
        Assert.Empty(new CniEdit { ["CustIp"] = "192.168.3.4/31" }.ApplyTo(Stands(p2pIp: "10.0.0.1/31")).Changes);

    [Fact]
    public void Link_addresses_that_are_not_edited_are_not_checked() =>
        Assert.Single(new CniEdit { ["Mtu"] = 1500 }.ApplyTo(Stands(p2pIp: "10.0.0.1/31")).Changes);

    [Fact]
    public void An_edit_can_take_its_values_from_bound_parameters()
    {
        var edit = new CniEdit(parameter => parameter == "Mtu" ? 1500 : null);

        Assert.Equal("Mtu: 1476 -> 1500", string.Join('|', edit.ApplyTo(Stands()).Changes));
        Assert.Throws<ArgumentException>(() => new CniEdit { ["AccountId"] = "x" });
    }

    [Fact]
    public void The_errors_for_contradictions_say_what_to_use()
    {
        Assert.Equal(
            "-RemoveBgp removes the whole BGP session, so it can't be used with -Md5Key. Use one or the other.",
            Refusal.Of(new CniEdit { RemoveBgp = true, ["Md5Key"] = "k" }.Check, "RemoveBgp"));
        Assert.Equal(
            "-RemoveMd5Key and -Md5Key can't be used together. Use one or the other.",
            Refusal.Of(new CniEdit { RemoveMd5Key = true, ["Md5Key"] = "k" }.Check, "RemoveMd5Key"));
    }

    public static TheoryData<CniEdit, string> WrongEdits { get; } = new()
    {
        { new CniEdit { ["ConduitName"] = " " }, "ConduitName" },
        { new CniEdit { ["Mtu"] = 575 }, "Mtu" },
        { new CniEdit { ["CustIp"] = "10.0.0.0" }, "CustIp" },
        { new CniEdit { ["P2pIp"] = "10.0.0.0/32" }, "P2pIp" },
        { new CniEdit { ["CustIp"] = "10.0.0.0/31", ["P2pIp"] = "10.0.0.2/31" }, "CustIp" },
        { new CniEdit { ["CustomerAsn"] = 0L }, "CustomerAsn" },
        { new CniEdit { ["ExtraPrefix"] = new[] { "0.0.0.0/0", "10.0.0.1/8" } }, "ExtraPrefix" },
        { new CniEdit { ["ExtraPrefix"] = new string[] { null! } }, "ExtraPrefix" },
        { new CniEdit { ["Md5Key"] = "" }, "Md5Key" },
        { new CniEdit { ["BgpMode"] = "" }, "BgpMode" },
        { new CniEdit { RemoveMd5Key = true, ["Md5Key"] = "k" }, "RemoveMd5Key" },
        { new CniEdit { RemoveBgp = true, RemoveMd5Key = true }, "RemoveBgp" },
        { new CniEdit { RemoveBgp = true, ["CustomerAsn"] = 65550L }, "RemoveBgp" },
        { new CniEdit { RemoveBgp = true, ["ExtraPrefix"] = Array.Empty<string>() }, "RemoveBgp" },
        { new CniEdit { RemoveBgp = true, ["Md5Key"] = "k" }, "RemoveBgp" },
        { new CniEdit { RemoveBgp = true, ["BgpMode"] = "advertise_only" }, "RemoveBgp" },
    };

    [Theory]
    [MemberData(nameof(WrongEdits))]
    public void An_invalid_value_is_rejected_before_any_request_and_when_applied(CniEdit edit, string parameter)
    {
        Refusal.Of(edit.Check, parameter);
        Refusal.Of(() => edit.ApplyTo(Stands()), parameter);
    }

    [Fact]
    public void Each_value_that_is_given_can_have_a_warning()
    {
        var edit = new CniEdit { ["Mtu"] = 9000, ["CustIp"] = "10.0.0.1/30", ["P2pIp"] = "10.0.0.2/30", ["CustomerAsn"] = 13335L, ["BgpMode"] = "new" };

        Assert.Equal(4, edit.ApplyTo(Stands(), CniInterconnectKind.Physical).Warnings.Count);
        Assert.Equal(3, edit.ApplyTo(Stands()).Warnings.Count);
        Assert.Contains(
            "the account's default", Assert.Single(new CniEdit { ["CustomerAsn"] = 65551L }.ApplyTo(Stands(), accountAsn: 65551).Warnings), StringComparison.Ordinal);
        Assert.Contains("/30", Assert.Single(new CniEdit { ["CustIp"] = "10.0.0.1/30" }.ApplyTo(Stands(p2pIp: "10.0.0.2/30")).Warnings), StringComparison.Ordinal);
        Assert.Contains("/30", Assert.Single(new CniEdit { ["P2pIp"] = "10.0.0.2/30" }.ApplyTo(Stands(custIp: "10.0.0.1/30")).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_prefixes_given_are_copied()
    {
        List<string> prefixes = ["0.0.0.0/0"];
        Cni updated = new CniEdit { ["ExtraPrefix"] = prefixes }.ApplyTo(Stands()).Cni;

        prefixes.Clear();

        Assert.Equal(["0.0.0.0/0"], updated.Bgp!.ExtraPrefixes);
    }

    private static Cni Stands(bool hasBgp = true, string custIp = "192.168.3.4/31", string p2pIp = "192.168.3.5/31") => new(
        Id,
        "customer",
        "ic-1",
        custIp,
        p2pIp,
        new CniMagicSettings("conduit", "text", 1476, Unknown("magic")),
        hasBgp ? new CniBgp(65550, ["0.0.0.0/0", "10.0.0.0/8"], "key", Unknown("bgp")) : null,
        hasBgp ? "advertise_only" : null,
        new CniOrigin("account", new Uri("https://api.invalid")),
        Unknown("cni"));

    private static Dictionary<string, object?> Unknown(string value) => new() { ["new"] = value };
}
