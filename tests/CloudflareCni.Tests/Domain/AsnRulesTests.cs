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
    public void Another_number_is_refused(long asn)
    {
        string message = Refusal.Of(() => AsnRules.Check(Refusal.Parameter, asn));

        Assert.StartsWith(FormattableString.Invariant($"{asn} is no AS number"), message, StringComparison.Ordinal);
        Assert.Contains("1 to 4294967295", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(23456, "AS_TRANS")]
    [InlineData(65535, "reserved")]
    [InlineData(4294967295, "reserved")]
    [InlineData(64512, "AS64512 is private")]
    [InlineData(65534, "private")]
    [InlineData(4200000000, "private")]
    [InlineData(4294967294, "private")]
    public void A_special_AS_number_is_warned_about_at_both_ends(long asn, string warning)
    {
        Assert.Contains(warning, Assert.Single(AsnRules.WarnCustomer(asn)), StringComparison.Ordinal);
        Assert.Contains(warning, Assert.Single(AsnRules.WarnAccount(asn)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(23455)]
    [InlineData(64511)]
    [InlineData(65536)]
    [InlineData(4199999999)]
    public void A_public_AS_number_is_not(long asn)
    {
        Assert.Empty(AsnRules.WarnCustomer(asn, 13335));
        Assert.Empty(AsnRules.WarnAccount(asn));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(13335L)]
    [InlineData(64500L)]
    public void A_customer_with_Cloudflares_AS_number_is_warned_once(long? accountAsn) =>
        Assert.Contains("Cloudflare's own", Assert.Single(AsnRules.WarnCustomer(13335, accountAsn)), StringComparison.Ordinal);

    [Fact]
    public void Cloudflares_end_may_have_Cloudflares_AS_number() => Assert.Empty(AsnRules.WarnAccount(13335));

    [Fact]
    public void A_customer_with_the_accounts_AS_number_is_warned() =>
        Assert.Contains("the account's default", Assert.Single(AsnRules.WarnCustomer(65550, 65550)), StringComparison.Ordinal);
}
