using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>
/// A substitute for Cloudflare's end of a link: BIRD as AS13335 with the hold time and the graceful restart of Cloudflare's documentation. Its
/// configuration is written by hand and shares nothing with the module.
/// </summary>
internal sealed partial class CloudflareEnd : IDisposable
{
    /// <summary>The advertised prefixes: the default route, and two routes of a Magic routing table.</summary>
    public static readonly string[] Advertised = ["0.0.0.0/0", "10.98.0.0/16", "10.99.0.0/16"];

    /// <summary>An address behind Cloudflare.</summary>
    public const string Service = "1.1.1.1";

    private readonly BirdRouter _bird;

    public CloudflareEnd(Namespace customer, string customerInterface, string address, string customerAddress, string? key)
    {
        Network = new Namespace();
        Address = address;
        CustomerAddress = customerAddress;
        Namespace.Join(customer, customerInterface, Network, "link0");
        Network.Must("address", "add", $"{address}/31", "dev", "link0");
        Network.Must("address", "add", $"{Service}/32", "dev", "lo");
        _bird = new BirdRouter(Network);
        _bird.Start($$"""
            router id {{address}};
            protocol device { }
            protocol static {
              ipv4;
              route 0.0.0.0/0 blackhole;
              route 10.98.0.0/16 blackhole;
              route 10.99.0.0/16 blackhole { bgp_path.prepend(64512); };
            }
            protocol kernel { ipv4 { import none; export where source = RTS_BGP; }; }
            protocol bgp customer {
              local {{address}} as 13335;
              neighbor {{customerAddress}} as 64512;
              {{(key is null ? "" : $"password \"{key}\";")}}
              hold time 240;
              graceful restart on;
              graceful restart time 120;
              connect delay time 1;
              connect retry time 2;
              ipv4 { import all; export where source = RTS_STATIC; };
            }

            """);
    }

    public Namespace Network { get; }

    public string Address { get; }

    public string CustomerAddress { get; }

    public bool IsEstablished => _bird.IsEstablished(CustomerAddress);

    /// <summary>The prefixes that the customer advertises.</summary>
    public IReadOnlyList<string> Learned => _bird.Learned(CustomerAddress);

    /// <summary>The communities of the prefixes that the customer advertises.</summary>
    public IReadOnlyList<string> Communities => [.. Community().Matches(_bird.Show("show route all protocol customer")).Select(match => match.Groups[1].Value).Distinct()];

    public string Explain() => _bird.Explain();

    public void Dispose() => Network.Dispose();

    [GeneratedRegex(@"BGP\.community: \((\d+,\d+)\)")]
    private static partial Regex Community();
}
