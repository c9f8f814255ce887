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
    public void A_special_AS_number_gets_a_warning_for_the_customer_and_the_account(long asn, string warning)
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
}
