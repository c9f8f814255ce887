using System;
using System.IO;
using System.Reflection;
using Xunit;

namespace CloudflareCni.Tests.Routers;

/// <summary>
/// The configurations of two CNIs on every platform, as they were reviewed against each platform's documentation. docs/routers.md says how
/// each platform was checked.
/// </summary>
public class GoldenTests
{
    public static TheoryData<CniRouterPlatform> Platforms => RouterConfigurationTests.Platforms;

    [Theory]
    [MemberData(nameof(Platforms))]
    public void A_CNI_with_BGP_on_dataplane_v2(CniRouterPlatform platform)
    {
        var wanted = new CniRouterOptions
        {
            AdvertisePrefixes = ["198.51.100.0/24", "203.0.113.0/24"],
            ImportPrefixes = ["0.0.0.0/0", "10.0.0.0/8"],
            HoldTimeSec = 90,
            RoutePriority = 50,
            AllowAsIn = true,
        };
        Compare("bgp", RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session, description: "Uplink A"), platform, wanted));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void A_CNI_without_BGP_on_dataplane_v1(CniRouterPlatform platform) => Compare(
        "static", RouterSamples.Create(RouterSamples.Cni("lab2", mtu: 1476), platform, new CniRouterOptions { StaticPrefixes = ["0.0.0.0/0", "10.0.0.0/8"] }));

    private static void Compare(string kind, CniRouterConfiguration actual)
    {
        string name = $"{kind}-{actual.FileName.Split('-')[^1]}";

        // To update the files, set it to the folder Golden next to this file, and review the differences.
        if (Environment.GetEnvironmentVariable("CNI_GOLDEN_FOLDER") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name), actual.Text);
        }

        using Stream? golden = Assembly.GetExecutingAssembly().GetManifestResourceStream($"golden/{name}");
        Assert.True(golden is not null, $"There is no golden file {name}.");
        using var reader = new StreamReader(golden);
        Assert.Equal(reader.ReadToEnd(), actual.Text);
    }
}
