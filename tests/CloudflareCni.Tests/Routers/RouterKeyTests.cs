using System;
using System.Linq;
using Xunit;

namespace CloudflareCni.Tests.Routers;

/// <summary>Tests that MD5 keys that a platform doesn't support are rejected, that risky ones get a warning, and that no message repeats a key.</summary>
public class RouterKeyTests
{
    private static readonly string[] Portable = ["a", "Cni-2026_x.7Q", "abcdefghijklmnopqrst"];

    public static TheoryData<CniRouterPlatform, string, string> Refused
    {
        get
        {
            var refused = new TheoryData<CniRouterPlatform, string, string>
            {
                { CniRouterPlatform.IosXe, "7secret-key", "digit" },
                { CniRouterPlatform.NxOs, "two secret words", "space" },
                { CniRouterPlatform.Eos, "two secret words", "space" },
                { CniRouterPlatform.Frr, "two secret words", "space" },
                { CniRouterPlatform.VyOs, "two secret words", "space" },
                { CniRouterPlatform.Frr, " secret-key", "begins or ends" },
                { CniRouterPlatform.IosXe, "secret-key ", "begins or ends" },
                { CniRouterPlatform.IosXr, " secret-key", "begins or ends" },
                { CniRouterPlatform.Frr, new string('s', 81), "maximum is 80" },
                { CniRouterPlatform.Bird, new string('s', 81), "maximum is 80" },
                { CniRouterPlatform.OpenBgpd, new string('s', 80), "maximum is 79" },
                { CniRouterPlatform.OpenBgpd, "secret-key\\", "backslash" },
                { CniRouterPlatform.IosXe, "secret-key\\", "backslash" },
                { CniRouterPlatform.Frr, "secret-key\\", "backslash" },
                { CniRouterPlatform.Junos, new string('s', 127), "maximum is 126" },
                { CniRouterPlatform.Junos, "secret\\key", "characters \\" },
                { CniRouterPlatform.Junos, "$9$secret-key", "encrypted" },
                { CniRouterPlatform.SrLinux, "secret-key-of-21-char", "maximum is 20" },
                { CniRouterPlatform.SrLinux, "$secret$key$", "encrypted" },
                { CniRouterPlatform.SrLinux, "secret\\key", "characters \\" },
            };
            foreach (CniRouterPlatform platform in Enum.GetValues<CniRouterPlatform>())
            {
                foreach (string key in new[] { "secret\nkey", "secret\rkey", "secret\tkey", "secret\u2028key", "secret\"key", "secret?key", "secret\u0085key", "secret\0key", "s\u00e9cret", "secret\ud83d\ude00" })
                {
                    refused.Add(platform, key, "control character");
                }
            }

            return refused;
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void The_error_for_a_key_that_the_platform_does_not_support_shows_the_portable_form(CniRouterPlatform platform, string key, string why)
    {
        CniArgumentException refused = Assert.Throws<CniArgumentException>(() => Create(platform, key));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Contains("1 to 20 letters, digits, dots, underscores and hyphens, starting with a letter", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ssss", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CniRouterPlatform.IosXe, "secret#key")]
    [InlineData(CniRouterPlatform.IosXe, "secret-key-of-26-characters")]
    [InlineData(CniRouterPlatform.IosXr, "secret key")]
    [InlineData(CniRouterPlatform.NxOs, "secret!key")]
    [InlineData(CniRouterPlatform.Eos, "secret$key")]
    [InlineData(CniRouterPlatform.Junos, "secret;key")]
    [InlineData(CniRouterPlatform.VyOs, "secret'key")]
    [InlineData(CniRouterPlatform.RouterOs, "secret$key")]
    [InlineData(CniRouterPlatform.SrLinux, "secret;key")]
    public void A_risky_key_gets_a_warning(CniRouterPlatform platform, string key)
    {
        CniRouterConfiguration configuration = Create(platform, key);

        string warning = Assert.Single(configuration.Warnings, warning => warning.Contains("MD5", StringComparison.Ordinal));
        Assert.Contains("1 to 20 letters", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_portable_key_works_on_every_platform() => Assert.All(
        Enum.GetValues<CniRouterPlatform>().SelectMany(platform => Portable.Select(key => (platform, key))),
        good => Assert.DoesNotContain(Create(good.platform, good.key).Warnings, warning => warning.Contains("MD5", StringComparison.Ordinal)));

    [Theory]
    [InlineData(CniRouterPlatform.Frr, " neighbor 172.24.0.17 password a!b#c;d}e'f\\g")]
    [InlineData(CniRouterPlatform.Bird, "  password \"a!b#c;d}e'f\\g\";")]
    [InlineData(CniRouterPlatform.OpenBgpd, "  tcp md5sig password \"a!b#c;d}e'f\\g\"")]
    [InlineData(CniRouterPlatform.VyOs, "set protocols bgp neighbor 172.24.0.17 password 'a!b#c;d}e'\\''f\\g'")]
    [InlineData(CniRouterPlatform.IosXe, " neighbor 172.24.0.17 password 0 a!b#c;d}e'f\\g")]
    public void A_key_is_written_as_the_platform_reads_it(CniRouterPlatform platform, string line) =>
        Assert.Contains(line, Create(platform, "a!b#c;d}e'f\\g").Text.Split('\n'));

    [Fact]
    public void A_backslash_and_a_dollar_sign_are_escaped_where_they_have_a_meaning()
    {
        Assert.Contains("password \"a\\\\ b\\c\"", Create(CniRouterPlatform.OpenBgpd, "a\\ b\\c").Text, StringComparison.Ordinal);
        Assert.Contains("tcp-md5-key=\"a\\\\b\\$c\"", Create(CniRouterPlatform.RouterOs, "a\\b$c").Text, StringComparison.Ordinal);
    }

    private static CniRouterConfiguration Create(CniRouterPlatform platform, string key) =>
        RouterSamples.Create(RouterSamples.Cni(bgp: new CniBgp(64512, ["0.0.0.0/0"], key)), platform, new CniRouterOptions { AdvertisePrefixes = ["198.51.100.0/24"] });
}
