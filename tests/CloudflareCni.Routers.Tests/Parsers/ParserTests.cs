using System;
using System.Globalization;
using System.IO;
using System.Linq;
using CloudflareCni.Routers.Tests.Lab;
using Xunit;

namespace CloudflareCni.Routers.Tests.Parsers;

/// <summary>Runs the products' own parsers on the module's output, and on broken configurations, to prove that the check can fail.</summary>
public sealed class ParserTests : IDisposable
{
    private static readonly CniRouterPlatform[] Parsed = [CniRouterPlatform.Frr, CniRouterPlatform.Bird, CniRouterPlatform.OpenBgpd];

    private static readonly string[] Names = ["lab1", "Lab 1", "a\nrouter bgp 1", "x\"; } # !", new string('n', 300), "büro \u2028 köln", "-"];

    private static readonly string?[] Keys = [null, Links.Key, "k", new string('k', 79), "a!b#c;d}e{f$g'h`i"];

    private readonly string _folder = Directory.CreateTempSubdirectory("cni-parser-").FullName;

    public static TheoryData<CniRouterPlatform, bool, int, int> Matrix
    {
        get
        {
            var matrix = new TheoryData<CniRouterPlatform, bool, int, int>();
            foreach (CniRouterPlatform platform in Parsed)
            {
                foreach (int mtu in new[] { 1500, 1476 })
                {
                    foreach (int prefixes in new[] { 0, 1, 40 })
                    {
                        matrix.Add(platform, true, mtu, prefixes);
                        matrix.Add(platform, false, mtu, prefixes);
                    }
                }
            }

            return matrix;
        }
    }

    /// <summary>Broken configurations, each created by one replacement in a correct one. The last ones are errors that the parser itself doesn't detect.</summary>
    public static TheoryData<CniRouterPlatform, string, string> Broken => new()
    {
        { CniRouterPlatform.Frr, "remote-as 13335", "remote-as 13335x" },
        { CniRouterPlatform.Frr, "permit 0.0.0.0/0", "permit 10.0.0.0/33" },
        { CniRouterPlatform.Frr, $"password {Links.Key}", "password two words" },
        { CniRouterPlatform.Frr, " address-family", " address-famly" },
        { CniRouterPlatform.Bird, "as 13335", "as 13335x" },
        { CniRouterPlatform.Bird, "[ 0.0.0.0/0 ]", "[ 10.0.0.0/33 ]" },
        { CniRouterPlatform.Bird, "import filter cni_lab1_in", "import filter nowhere" },
        { CniRouterPlatform.Bird, "\";", "\"" },
        { CniRouterPlatform.OpenBgpd, "remote-as 13335", "remote-as 13335x" },
        { CniRouterPlatform.OpenBgpd, "from 172.24.0.17 prefix-set \"cni-lab1-in\"", "from 172.24.0.17 prefix-set \"nowhere\"" },
        { CniRouterPlatform.OpenBgpd, $"password \"{Links.Key}\"", $"password \"{Links.Key}" },
        { CniRouterPlatform.OpenBgpd, "descr \"Cloudflare", "descr \"More than 31 characters: Cloudflare" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void The_modules_output_is_accepted(CniRouterPlatform platform, bool bgp, int mtu, int prefixes)
    {
        Requirements.Parsers(platform);
        string[] some = [.. Enumerable.Range(0, prefixes).Select(number => string.Create(CultureInfo.InvariantCulture, $"10.{number}.0.0/16"))];
        var options = new CniRouterOptions
        {
            AdvertisePrefixes = some,
            ImportPrefixes = some,
            StaticPrefixes = some,
            RoutePriority = mtu == 1500 ? null : 10,
            AllowAsIn = mtu == 1500,
        };

        foreach ((int index, string name) in Names.Index())
        {
            string text = Links.Text(
                Links.Cni(conduitName: name, description: name, interconnect: name, mtu: mtu, key: Keys[index % Keys.Length], bgp: bgp), platform, options);
            Assert.True(Accepts(platform, text), text);
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_configuration_is_rejected(CniRouterPlatform platform, string right, string wrong)
    {
        Requirements.Parsers(platform);
        string text = Links.Text(Links.Cni(), platform, new CniRouterOptions { AdvertisePrefixes = ["198.51.100.0/24"] });
        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.True(Accepts(platform, text), text);

        string broken = text.Replace(right, wrong, StringComparison.Ordinal);

        Assert.False(Accepts(platform, broken), broken);
    }

    [Fact]
    public void A_key_that_FRRouting_would_silently_change_is_rejected_by_the_module()
    {
        Requirements.Parsers(CniRouterPlatform.Frr);
        string text = Links.Text(Links.Cni(), CniRouterPlatform.Frr, new CniRouterOptions());
        Assert.True(Accepts(CniRouterPlatform.Frr, text.Replace($"password {Links.Key}", $"password  {Links.Key}", StringComparison.Ordinal)));

        Assert.Throws<CniArgumentException>(() => Links.Text(Links.Cni(key: $" {Links.Key}"), CniRouterPlatform.Frr, new CniRouterOptions()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private bool Accepts(CniRouterPlatform platform, string text)
    {
        string path = Path.Combine(_folder, $"{Guid.NewGuid():N}.conf");
        string whole = platform switch
        {
            CniRouterPlatform.Bird => BirdRouter.Base + text,
            CniRouterPlatform.OpenBgpd => OpenBgpdRouter.Base + text,
            _ => text,
        };
        File.WriteAllText(path, whole);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return platform switch
        {
            CniRouterPlatform.Frr => FrrRouter.Accepts(path),
            CniRouterPlatform.Bird => BirdRouter.Accepts(path),
            _ => OpenBgpdRouter.Accepts(path),
        };
    }
}
