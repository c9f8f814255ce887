using System;
using System.Linq;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class MtuRulesTests
{
    [Theory]
    [InlineData(576)]
    [InlineData(1476)]
    [InlineData(9216)]
    public void An_MTU_is_from_576_to_9216(int mtu) => Assert.Equal(mtu, MtuRules.Check(Refusal.Parameter, mtu));

    [Theory]
    [InlineData(575)]
    [InlineData(9217)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void An_MTU_out_of_range_is_rejected(int mtu)
    {
        string message = Refusal.Of(() => MtuRules.Check(Refusal.Parameter, mtu));

        Assert.Contains(FormattableString.Invariant($"The MTU {mtu} is out of range"), message, StringComparison.Ordinal);
        Assert.Contains("576 to 9216", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_usual_MTU_is_valid_and_has_a_use()
    {
        Assert.Equal([1500, 1476, 1440, 1460, 8896], MtuRules.Usual.Select(usual => MtuRules.Check(Refusal.Parameter, usual.Key)));
        Assert.Equal(MtuRules.Usual.Count, MtuRules.Usual.Select(usual => usual.Value).Where(text => text.Length > 0).Distinct().Count());
    }

    [Theory]
    [InlineData(CniInterconnectKind.Physical, 1476, null)]
    [InlineData(CniInterconnectKind.Physical, 1500, null)]
    [InlineData(CniInterconnectKind.Physical, 1477, "1476 for dataplane v1 (GRE) and 1500 for v2")]
    [InlineData(CniInterconnectKind.Physical, 1440, "1440 is unusual")]
    [InlineData(CniInterconnectKind.Physical, 9000, "9000 is unusual")]
    [InlineData(CniInterconnectKind.GcpPartner, 1440, null)]
    [InlineData(CniInterconnectKind.GcpPartner, 1460, null)]
    [InlineData(CniInterconnectKind.GcpPartner, 1500, null)]
    [InlineData(CniInterconnectKind.GcpPartner, 8896, null)]
    [InlineData(CniInterconnectKind.GcpPartner, 1476, "must equal the MTU of the VLAN attachment")]
    [InlineData(CniInterconnectKind.Other, 9000, null)]
    public void An_MTU_that_is_not_documented_for_the_link_gets_a_warning(CniInterconnectKind kind, int mtu, string? warning)
    {
        if (warning is null)
        {
            Assert.Null(MtuRules.Warn(mtu, kind));
        }
        else
        {
            Assert.Contains(warning, MtuRules.Warn(mtu, kind), StringComparison.Ordinal);
        }
    }
}
