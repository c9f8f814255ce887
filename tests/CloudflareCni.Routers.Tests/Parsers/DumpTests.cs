using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CloudflareCni.Routers.Tests.Lab;
using CsCheck;
using Xunit;

namespace CloudflareCni.Routers.Tests.Parsers;

/// <summary>
/// Tests how the routers themselves read CNIs with hostile text. The router has one neighbor, one interface and the requested prefixes for each CNI, and
/// nothing else. Many CNIs share a configuration, so the test also shows that they don't affect each other.
/// </summary>
public partial class DumpTests
{
    private const int Total = 10_000;

    // FRRouting needs two seconds of a processor for a batch, and longer for each neighbor if a batch is larger. Each hostile piece of text still occurs about
    // a hundred times. To test as many as the others, set CNI_ROUTER_LINKS to 10000.
    private const int FrrBatch = 50;
    private const int Batch = 500;

    private static readonly int FrrTotal = int.TryParse(Environment.GetEnvironmentVariable("CNI_ROUTER_LINKS"), out int links) ? links : 400;

    [Fact]
    public void FRRouting_sees_one_neighbor_one_interface_and_the_prefixes_of_each()
    {
        Requirements.Sessions(CniRouterPlatform.Frr);
        Sample(CniRouterPlatform.Frr, FrrTotal, FrrBatch, links =>
        {
            using var network = new Namespace();
            var router = new FrrRouter(network);
            router.StartCustomer([string.Concat(links.Select(link => link.Configuration.Text))]);
            string[] dump = router.Show("show running-config").Split('\n');

            Equal(links.Select(link => $"interface {link.Port}"), dump.Where(line => line.StartsWith("interface ", StringComparison.Ordinal)));
            Equal(links.Select(link => $" ip address {link.Cni.CustIp}"), dump.Where(line => line.StartsWith(" ip address ", StringComparison.Ordinal)));
            Equal(["router bgp 64512"], dump.Where(line => line.StartsWith("router ", StringComparison.Ordinal)));
            Equal(links.Select(link => $" neighbor {link.Neighbor} remote-as 13335"), dump.Where(line => RemoteAsLine().IsMatch(line)));
            Equal(links.Select(link => $" neighbor {link.Neighbor} password {link.Key}"), dump.Where(line => PasswordLine().IsMatch(line)));
            Equal(
                links.SelectMany(link => Lists(link)),
                dump.Where(line => line.StartsWith("ip prefix-list ", StringComparison.Ordinal)).Select(line => SequenceNumber().Replace(line, " ")));
            Equal(
                links.SelectMany(link => Maps(link)),
                dump.Where(line => line.StartsWith("route-map ", StringComparison.Ordinal)));
            Equal(links.SelectMany(link => link.Exports).Distinct().Select(prefix => $"  network {prefix}"), dump.Where(line => line.StartsWith("  network ", StringComparison.Ordinal)));
        });

        static IEnumerable<string> Lists(HostileLink link) =>
            Both(link).SelectMany(policy => policy.Prefixes.Select(prefix => $"ip prefix-list {policy.Name.ToUpperInvariant()} permit {prefix}"));

        static IEnumerable<string> Maps(HostileLink link) =>
            Both(link).Select(policy => $"route-map {policy.Name.ToUpperInvariant()} {(policy.Prefixes.Length == 0 ? "deny" : "permit")} 10");
    }

    [Fact]
    public void BIRD_sees_one_neighbor_and_the_prefixes_of_each()
    {
        Requirements.Sessions(CniRouterPlatform.Bird);
        Sample(CniRouterPlatform.Bird, Total, Batch, links =>
        {
            using var network = new Namespace();
            var router = new BirdRouter(network);
            router.StartCustomer([.. links.Select(link => link.Configuration.Text)]);

            string protocols = router.Show("show protocols all");
            Equal(links.Select(link => link.Name.Replace('-', '_')), BgpProtocol().Matches(protocols).Select(match => match.Groups[1].Value));
            Equal(links.Select(link => link.Neighbor), NeighborAddress().Matches(protocols).Select(match => match.Groups[1].Value));
            (string Name, string[] Prefixes)[] sets = [.. links.SelectMany(Both).Where(policy => policy.Prefixes.Length > 0)];
            string[] shown = [.. router.ShowAll(sets.Select(set => $"eval {set.Name.Replace('-', '_').ToUpperInvariant()}")).Split('\n').Where(line => line.Contains('/', StringComparison.Ordinal))];
            Assert.Equal(sets.Length, shown.Length);
            Assert.All(sets.Zip(shown), pair => Equal(pair.First.Prefixes, Prefix().Matches(pair.Second).Select(match => match.Value)));
            Equal(links.SelectMany(Both).Select(policy => policy.Name.Replace('-', '_')), FilterSymbol().Matches(router.Show("show symbols filter")).Select(match => match.Groups[1].Value));
        });
    }

    [Fact]
    public void OpenBGPD_sees_one_neighbor_and_the_prefixes_of_each()
    {
        Requirements.Parsers(CniRouterPlatform.OpenBgpd);
        string folder = Directory.CreateTempSubdirectory("cni-dump-").FullName;
        try
        {
            Sample(CniRouterPlatform.OpenBgpd, Total, Batch, links =>
            {
                string path = Path.Combine(folder, "bgpd.conf");
                File.WriteAllText(path, OpenBgpdRouter.Base + string.Concat(links.Select(link => link.Configuration.Text)));
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                string dump = OpenBgpdRouter.Dump(path);

                Equal(links.Select(link => link.Neighbor), NeighborBlock().Matches(dump).Select(match => match.Groups[1].Value));
                Equal(
                    links.SelectMany(Both).Where(policy => policy.Prefixes.Length > 0).Select(policy => $"{policy.Name}: {string.Join(' ', policy.Prefixes.Order(StringComparer.Ordinal))}"),
                    PrefixSet().Matches(dump).Select(match => $"{match.Groups[1].Value}: {string.Join(' ', Prefix().Matches(match.Groups[2].Value).Select(prefix => prefix.Value).Order(StringComparer.Ordinal))}"));
                Equal(
                    links.SelectMany(Rules),
                    Rule().Matches(dump).Select(match => match.Value.Trim()));
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static IEnumerable<string> Rules(HostileLink link) => new[]
        {
            $"deny from {link.Neighbor}",
            link.Imports.Length > 0 ? $"allow from {link.Neighbor} prefix-set \"{link.Name}-in\"" : "",
            $"deny to {link.Neighbor}",
            link.Exports.Length > 0 ? $"allow to {link.Neighbor} prefix-set \"{link.Name}-out\"" : "",
        }.Where(rule => rule.Length > 0);
    }

    private static void Sample(CniRouterPlatform platform, int total, int batch, Action<IReadOnlyList<HostileLink>> check) =>
        HostileLinks.Of(platform, batch).Sample(check, iter: total / batch, threads: 1, print: links => string.Join("\n\n", links.Take(3).Select(link => link.Configuration.Text)));

    private static (string Name, string[] Prefixes)[] Both(HostileLink link) => [($"{link.Name}-in", link.Imports), ($"{link.Name}-out", link.Exports)];

    private static void Equal(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^ neighbor \S+ remote-as ")]
    private static partial Regex RemoteAsLine();

    [GeneratedRegex(@"^ neighbor \S+ password ")]
    private static partial Regex PasswordLine();

    [GeneratedRegex(@" seq \d+ ")]
    private static partial Regex SequenceNumber();

    [GeneratedRegex(@"^(\w+) +BGP ", RegexOptions.Multiline)]
    private static partial Regex BgpProtocol();

    [GeneratedRegex(@"Neighbor address: (\S+)")]
    private static partial Regex NeighborAddress();

    [GeneratedRegex(@"^(\w+)\s+filter", RegexOptions.Multiline)]
    private static partial Regex FilterSymbol();

    [GeneratedRegex(@"^neighbor (\S+) \{", RegexOptions.Multiline)]
    private static partial Regex NeighborBlock();

    [GeneratedRegex(@"^prefix-set ""([^""]+)"" \{([^}]*)\}", RegexOptions.Multiline)]
    private static partial Regex PrefixSet();

    [GeneratedRegex(@"^(?:allow|deny) .*$", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\d+\.\d+\.\d+\.\d+/\d+")]
    private static partial Regex Prefix();
}
