using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class BgpModeRulesTests
{
    [Fact]
    public void The_modes_of_Cloudflare_get_no_warning()
    {
        Assert.Equal(["dynamic_route_exchange", "advertise_only"], BgpModeRules.Known);
        Assert.All(BgpModeRules.Known, mode =>
        {
            Assert.Equal(mode, BgpModeRules.Check(Refusal.Parameter, mode));
            Assert.Null(BgpModeRules.Warn(mode));
        });
    }

    [Theory]
    [InlineData("receive_only")]
    [InlineData("ADVERTISE_ONLY")]
    [InlineData("advertise_only ")]
    public void Another_mode_gets_a_warning_that_names_it_and_the_known_modes(string mode)
    {
        Assert.Equal(mode, BgpModeRules.Check(Refusal.Parameter, mode));
        string warning = Assert.IsType<string>(BgpModeRules.Warn(mode));
        Assert.Contains($"'{mode}'", warning, StringComparison.Ordinal);
        Assert.Contains("dynamic_route_exchange, advertise_only", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("advertise\nonly")]
    public void Blank_text_and_control_characters_are_rejected(string? mode) =>
        Assert.Contains("BGP mode", Refusal.Of(() => BgpModeRules.Check(Refusal.Parameter, mode)), StringComparison.Ordinal);
}
