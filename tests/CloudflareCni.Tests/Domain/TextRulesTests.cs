using System;
using System.Linq;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class TextRulesTests
{
    // An attribute can't contain lone surrogates.
    private const string LoneSurrogate = "a\ud83db";

    [Fact]
    public void An_MD5_key_can_contain_each_documented_character()
    {
        string all = string.Concat(Enumerable.Range(0x20, 0x5f).Select(c => (char)c).Where(c => c is not ('"' or '?')));

        Assert.Equal(all, Md5KeyRules.Check(Refusal.Parameter, all));
        Assert.Contains("\\", all, StringComparison.Ordinal);
        Assert.Equal(93, all.Length);
    }

    [Theory]
    [InlineData("hunter2\"", "U+0022 (\") at position 8")]
    [InlineData("?hunter2", "U+003F (?) at position 1")]
    [InlineData("hunter2\t!", "U+0009 at position 8")]
    [InlineData("hunter2\u007f", "U+007F at position 8")]
    [InlineData("hunter2\u00a0", "U+00A0 at position 8")]
    [InlineData("hunter2ß", "U+00DF (ß) at position 8")]
    [InlineData("hunter2😀", "U+1F600 (😀) at position 8")]
    [InlineData("hunter2\u202e", "U+202E at position 8")]
    public void The_error_for_an_MD5_key_names_the_character_and_its_position_but_not_the_key(string key, string named)
    {
        string message = Refusal.Of(() => Md5KeyRules.Check(Refusal.Parameter, key));

        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void An_empty_MD5_key_is_rejected(string? key) =>
        Assert.Contains("empty", Refusal.Of(() => Md5KeyRules.Check(Refusal.Parameter, key)), StringComparison.Ordinal);

    [Fact]
    public void A_lone_surrogate_in_an_MD5_key_is_rejected() =>
        Assert.Contains("U+D83D at position 2", Refusal.Of(() => Md5KeyRules.Check(Refusal.Parameter, LoneSurrogate)), StringComparison.Ordinal);

    [Fact]
    public void An_LOA_name_has_1_to_200_characters_and_a_surrogate_pair_counts_as_one()
    {
        string longest = string.Concat(Enumerable.Repeat("😀", 200));

        Assert.Equal("x", LoaNameRules.Check(Refusal.Parameter, "x"));
        Assert.Equal(longest, LoaNameRules.Check(Refusal.Parameter, longest));
        Assert.Contains("201 characters", Refusal.Of(() => LoaNameRules.Check(Refusal.Parameter, longest + "x")), StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<string, string?, string>> Names { get; } = new()
    {
        { "customer name for the LOA", LoaNameRules.Check },
        { "conduit name", NameRules.CheckConduit },
        { "interconnect name", NameRules.CheckInterconnect },
        { "BGP mode", BgpModeRules.Check },
        { "pairing key", PairingKeyRules.Check },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_must_be_visible_and_must_not_contain_control_characters(string what, Func<string, string?, string> check)
    {
        Assert.Equal("Zürich/1 ?😀", check(Refusal.Parameter, "Zürich/1 ?😀"));
        foreach (string? blank in new[] { null, "", " ", "\t", "\u00a0" })
        {
            Assert.StartsWith($"The {what} is blank", Refusal.Of(() => check(Refusal.Parameter, blank)), StringComparison.Ordinal);
        }

        Assert.Contains("U+0007 at position 1", Refusal.Of(() => check(Refusal.Parameter, "\aa")), StringComparison.Ordinal);
        Assert.Contains("U+0007 at position 2", Refusal.Of(() => check(Refusal.Parameter, "😀\a")), StringComparison.Ordinal);
        Assert.Contains("U+0085 at position 2", Refusal.Of(() => check(Refusal.Parameter, "a\u0085")), StringComparison.Ordinal);
        Assert.Contains("U+D83D at position 2", Refusal.Of(() => check(Refusal.Parameter, LoneSurrogate)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_shows_the_hidden_characters_of_a_name_as_escapes() =>
        Assert.Contains(
            @"'a\u202Eb\U000E0001\u0007'", Refusal.Of(() => NameRules.CheckConduit(Refusal.Parameter, "a\u202eb\U000E0001\a")), StringComparison.Ordinal);

    [Fact]
    public void An_error_does_not_show_the_pairing_key() =>
        Assert.Equal(
            "The pairing key contains the character U+000A at position 48, which can't be sent. Remove it.",
            Refusal.Of(() => PairingKeyRules.Check(Refusal.Parameter, "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1\n")));

    [Fact]
    public void A_pairing_key_is_not_interpreted() =>
        Assert.Equal("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1", PairingKeyRules.Check(Refusal.Parameter, "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1"));

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public void An_interconnect_name_cannot_be_a_relative_path_segment(string name)
    {
        Assert.StartsWith($"'{name}' can't be the name of an interconnect", Refusal.Of(() => NameRules.CheckInterconnect(Refusal.Parameter, name)), StringComparison.Ordinal);
        Assert.Contains("dots", Refusal.Of(() => NameRules.CheckAccountId(Refusal.Parameter, name)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("...")]
    [InlineData("a.b")]
    [InlineData("a/../b")]
    public void An_interconnect_name_can_contain_other_dots(string name) => Assert.Equal(name, NameRules.CheckInterconnect(Refusal.Parameter, name));

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("sandbox")]
    [InlineData("a.b-c_d")]
    [InlineData("!~")]
    public void An_account_ID_is_printable_ASCII(string id) => Assert.Equal(id, NameRules.CheckAccountId(Refusal.Parameter, id));

    [Theory]
    [InlineData("", "blank")]
    [InlineData("  ", "blank")]
    [InlineData("secret/x", "U+002F (/) at position 7")]
    [InlineData("secret\\x", "U+005C (\\) at position 7")]
    [InlineData("secret x", "U+0020 at position 7")]
    [InlineData("secret?x", "U+003F (?) at position 7")]
    [InlineData("secret#x", "U+0023 (#) at position 7")]
    [InlineData("secret%2f", "U+0025 (%) at position 7")]
    [InlineData("secretä", "U+00E4 (ä) at position 7")]
    [InlineData("secret\n", "U+000A at position 7")]
    public void The_error_for_an_invalid_account_ID_does_not_repeat_it(string id, string reason)
    {
        string message = Refusal.Of(() => NameRules.CheckAccountId(Refusal.Parameter, id));

        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f93")]
    [InlineData("3F0C2A5E-8B1D-4E67-9A42-6D5B7C1E0F93")]
    [InlineData("{3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f93}")]
    [InlineData("3f0c2a5e8b1d4e679a426d5b7c1e0f93")]
    public void An_ID_is_a_GUID(string text) =>
        Assert.Equal(new Guid("3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f93"), IdRules.Check(Refusal.Parameter, text, "slot"));

    [Theory]
    [InlineData("abc", "CNI", "'abc' isn't a CNI ID. A CNI ID is a GUID, such as")]
    [InlineData("3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f9", "slot", "isn't a slot ID")]
    [InlineData("", "slot", "'' isn't a slot ID")]
    [InlineData(null, "slot", "'' isn't a slot ID")]
    [InlineData("a\nb", "slot", @"'a\u000Ab' isn't a slot ID")]
    public void An_invalid_ID_is_rejected(string? text, string what, string reason) =>
        Assert.StartsWith(reason.StartsWith('\'') ? reason : $"'{text}' {reason}", Refusal.Of(() => IdRules.Check(Refusal.Parameter, text, what)), StringComparison.Ordinal);

    [Fact]
    public void The_example_of_an_ID_is_a_valid_ID() =>
        Assert.True(Guid.TryParse(Refusal.Of(() => IdRules.Check(Refusal.Parameter, "x", "slot")).Split(' ')[^1].TrimEnd('.'), out _));

    [Theory]
    [InlineData("dynamic_route_exchange", false)]
    [InlineData("advertise_only", false)]
    [InlineData("Advertise_Only", true)]
    [InlineData("new_mode", true)]
    public void Only_an_unknown_BGP_mode_gets_a_warning(string mode, bool warns) => Assert.Equal(warns, BgpModeRules.Warn(mode) is not null);
}
