using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class AsnRulesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(65536)]
    [InlineData(4294967295)]
    public void An_AS_number_has_2_or_4_bytes(long asn) => Assert.Equal(asn, AsnRules.Check(Refusal.Parameter, asn));

    [Theory]
    [InlineData(0)]
    [InlineData(-64512)]
    [InlineData(4294967296)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_number_out_of_range_is_rejected(long asn)
    {
        string message = Refusal.Of(() => AsnRules.Check(Refusal.Parameter, asn));

        Assert.StartsWith(FormattableString.Invariant($"{asn} isn't an AS number"), message, StringComparison.Ordinal);
        Assert.Contains("1 to 4294967295", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(23456, "AS_TRANS")]
    [InlineData(65535, "reserved")]
    [InlineData(4294967295, "reserved")]
    [InlineData(4200000000, "private")]
    [InlineData(4294967294, "private")]
    public void A_special_AS_number_gets_a_warning_for_the_customer_and_the_account(long asn, string warning)
    {
        Assert.Contains(warning, Assert.Single(AsnRules.WarnCustomer(asn)), StringComparison.Ordinal);
        Assert.Contains(warning, Assert.Single(AsnRules.WarnAccount(asn)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64512)]
    [InlineData(65534)]
    public void A_private_2_byte_AS_number_gets_a_warning_for_the_customer_only(long asn)
    {
        Assert.Contains($"AS{asn} is private", Assert.Single(AsnRules.WarnCustomer(asn)), StringComparison.Ordinal);
        Assert.Empty(AsnRules.WarnAccount(asn));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(23455)]
    [InlineData(64511)]
    [InlineData(65536)]
    [InlineData(4199999999)]
    public void A_public_AS_number_gets_no_warning(long asn)
    {
        Assert.Empty(AsnRules.WarnCustomer(asn, 13335));
        Assert.Empty(AsnRules.WarnAccount(asn));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(13335L)]
    [InlineData(64500L)]
    public void The_AS_number_of_Cloudflare_gets_one_warning_for_a_customer(long? accountAsn) =>
        Assert.Contains("Cloudflare's own", Assert.Single(AsnRules.WarnCustomer(13335, accountAsn)), StringComparison.Ordinal);

    [Fact]
    public void The_AS_number_of_Cloudflare_gets_no_warning_for_the_account() => Assert.Empty(AsnRules.WarnAccount(13335));

    [Fact]
    public void The_AS_number_of_the_account_gets_a_warning_for_a_customer() =>
        Assert.Contains("the account's default", Assert.Single(AsnRules.WarnCustomer(65550, 65550)), StringComparison.Ordinal);

    public static TheoryData<object, long> Readable => new()
    {
        { "1.10", 65546 },
        { "64086.59904", 4200000000 },
        { "0.64512", 64512 },
        { "65535.65535", 4294967295 },
        { " 1.0\r", 65536 },
        { "64512", 64512 },
        { " 64512\r", 64512 },
        { 64512, 64512 },
        { 4200000000L, 4200000000 },
        { (ushort)64512, 64512 },
        { 65536.0, 65536 },
        { 4200000000m, 4200000000 },
        { "-5", -5 },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void Asplain_and_asdot_notation_are_read(object value, long asn)
    {
        Assert.True(AsnRules.TryRead(value, null, out long read, out string problem), problem);
        Assert.Equal(asn, read);
        Assert.Empty(problem);
    }

    public static TheoryData<object?> Unreadable =>
    [
        "1.65536", "65536.1", "1.1\0", "1\0.1", "1.010", "1.", ".1", "1.1.1", "1,10", "1 .10", "+1", "1e3", "0xFC00", "AS64512", "64,512", "64 512", "64\u00A0512", "64'512", "\u0661", "many", "", " ",
        true, 'a', DayOfWeek.Monday, DateTime.UnixEpoch, double.NaN, double.PositiveInfinity, 64512.5m, ulong.MaxValue,
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void The_error_for_anything_else_says_what_to_write(object? value)
    {
        Assert.False(AsnRules.TryRead(value, null, out _, out string problem));
        Assert.Contains("'1.10'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_for_a_text_does_not_speak_of_floating_point_numbers()
    {
        Assert.False(AsnRules.TryRead("many", null, out _, out string problem));
        Assert.Equal("'many' isn't an AS number. Write it in digits only, such as 64512, or in asdot notation in quotes, such as '1.10'.", problem);
    }

    /// <summary>PowerShell has already converted an unquoted 1.10 to 1.1, and 2.0 to 2, so the AS number is ambiguous.</summary>
    [Theory]
    [InlineData(1.1, "1.10")]
    [InlineData(2.0, "2.0")]
    [InlineData(2.0, null)]
    [InlineData(64512.0, null)]
    [InlineData(65535.0, null)]
    [InlineData(70000.0, "7e4")]
    public void A_floating_point_number_that_could_be_asdot_is_rejected(double value, string? asTyped)
    {
        Assert.False(AsnRules.TryRead(value, asTyped, out _, out string problem));
        Assert.StartsWith($"{asTyped ?? FormattableString.Invariant($"{value}")} is a floating-point number", problem, StringComparison.Ordinal);
        Assert.Contains("in quotes", problem, StringComparison.Ordinal);
    }

    // Not a row of the data above: there a null would stand for the row itself.
    [Fact]
    public void Null_is_rejected() => Assert.False(AsnRules.TryRead(null, null, out _, out _));
}
