using System;
using System.Globalization;

namespace CloudflareCni.Routers.Tests.Parsers;

/// <summary>A CNI with hostile text, the options for it, and the module's output.</summary>
internal sealed record HostileLink(Cni Cni, string Port, string Key, string[] Imports, string[] Exports, CniRouterConfiguration Configuration)
{
    public string Neighbor => Cni.P2pIp.Split('/')[0];

    /// <summary>The name of its policies, as in the file name.</summary>
    public string Name => Configuration.FileName[..Configuration.FileName.LastIndexOf('-')];

    public static HostileLink Create(
        CniRouterPlatform platform, int index, string conduitName, string description, string interconnect, string key, string[] imports, string[] exports, Guid id)
    {
        string port = string.Create(CultureInfo.InvariantCulture, $"port{index}");
        var options = new CniRouterOptions { InterfaceName = port, ImportPrefixes = imports, AdvertisePrefixes = exports };
        (Cni cni, CniRouterConfiguration configuration, key) = Configure(key);
        return new HostileLink(cni, port, key, imports, exports, configuration);

        // A key that the platform doesn't support is refused, so one that every platform supports is used instead.
        (Cni, CniRouterConfiguration, string) Configure(string wanted)
        {
            Cni one = Links.Cni(index, conduitName, description, interconnect, key: wanted, id: id);
            try
            {
                return (one, Links.Configuration(one, platform, options), wanted);
            }
            catch (CniArgumentException) when (wanted != Links.Key)
            {
                return Configure(Links.Key);
            }
        }
    }
}
