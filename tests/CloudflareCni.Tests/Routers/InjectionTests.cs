using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using CsCheck;
using Xunit;

namespace CloudflareCni.Tests.Routers;

/// <summary>Names, descriptions and keys never change the statements for the router.</summary>
[Trait("Tier", "Slow")]
public sealed partial class InjectionTests
{
    private const int Runs = 10_000;

    // Text that ends a line, a string, a comment or a block on one of the platforms, or that looks like a statement.
    private static readonly string[] Pieces =
    [
        "\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f", "\0", "\u001b[2J", "\t", "\"", "'", "`", "\\", "!", "#", ";", "{", "}", "*/", "/*", "//", "--", "?", "|", "$", "$(reload)",
        "\\\n", "\nrouter bgp 1\n", "\n! ", "\"; protocol bgp evil { ", "' ; reload", "} neighbor 192.0.2.1 {", "exit\nend\n", "\u202e", "\ud800", "\ud83d\ude00", "\u00e9", " ", "a", "B", "7", "-", "_", ".",
    ];

    private static readonly Gen<string> Hostile = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]), Gen.String[1, 8]).Array[0, 8].Select(string.Concat);
    private static readonly Gen<string> HostileOrLong = Gen.OneOf(Hostile, Hostile, Hostile.Select(text => string.Concat(Enumerable.Repeat(text + "x", 90))));
    private static readonly Gen<string> AllowedKey = Gen.Char[' ', '~'].Array[1, 30].Select(characters => new string([.. characters.Where(character => character is not ('"' or '?'))]) + "k");
    private static readonly Gen<CniRouterPlatform> AnyPlatform = Gen.Enum<CniRouterPlatform>();

    // The statements for harmless CNIs don't change, so each is created once.
    private static readonly ConcurrentDictionary<(CniRouterPlatform Platform, bool Bgp), string> Skeletons = new();
    private static readonly ConcurrentDictionary<CniRouterPlatform, IReadOnlyList<string>> Harmless = new();

    [Fact]
    public void Hostile_names_and_descriptions_do_not_change_the_statements() => Gen
        .Select(AnyPlatform, Gen.Bool, HostileOrLong, HostileOrLong, HostileOrLong, HostileOrLong)
        .Sample(
            (platform, bgp, conduitName, description, interconnect, account) =>
            {
                CniRouterConfiguration hostile = RouterSamples.Create(RouterSamples.Cni(conduitName, description, interconnect, account, bgp: Session(bgp)), platform, Wanted);
                Assert.Equal(Skeletons.GetOrAdd((platform, bgp), key => Skeleton(RouterSamples.Create(RouterSamples.Cni(bgp: Session(key.Bgp)), key.Platform, Wanted))), Skeleton(hostile));
                AssertPlain(hostile);
            },
            iter: Runs);

    [Fact]
    public void A_hostile_key_is_rejected_or_is_only_the_key() => Gen
        .Select(AnyPlatform, Gen.OneOf(AllowedKey, Hostile))
        .Sample(
            (platform, key) =>
            {
                CniRouterConfiguration hostile;
                try
                {
                    hostile = RouterSamples.Create(RouterSamples.Cni(bgp: new CniBgp(64512, ["0.0.0.0/0"], key)), platform, Wanted);
                }
                catch (CniArgumentException refused)
                {
                    Assert.True(key.Length < 8 || !refused.Message.Contains(key, StringComparison.Ordinal));
                    return;
                }

                if (key.Length == 0)
                {
                    return;
                }

                IReadOnlyList<string> expected = Harmless.GetOrAdd(
                    platform, key => RouterSamples.Statements(RouterSamples.Create(RouterSamples.Cni(bgp: RouterSamples.Session), key, Wanted)));
                IReadOnlyList<string> actual = RouterSamples.Statements(hostile);
                Assert.Equal(expected.Count, actual.Count);
                for (int i = 0; i < expected.Count; i++)
                {
                    if (expected[i].Contains(RouterSamples.Key, StringComparison.Ordinal))
                    {
                        AssertKey(expected[i], actual[i], key, platform);
                    }
                    else
                    {
                        Assert.Equal(expected[i], actual[i]);
                    }
                }

                AssertPlain(hostile);
            },
            iter: Runs);

    [Fact]
    public void Two_CNIs_never_share_an_identifier() => Gen
        .Select(HostileOrLong, HostileOrLong, Gen.Guid, Gen.Guid)
        .Where((first, second, firstId, secondId) => first != second && firstId.ToString()[..8] != secondId.ToString()[..8])
        .Sample(
            (first, second, firstId, secondId) => Assert.NotEqual(
                RouterSamples.Create(RouterSamples.Cni(first, id: firstId), CniRouterPlatform.Frr).FileName,
                RouterSamples.Create(RouterSamples.Cni(second, id: secondId), CniRouterPlatform.Frr).FileName),
            iter: Runs);

    [Theory]
    [InlineData("core-primary", "cni-core-primary-frr.conf")]
    [InlineData("lab1", "cni-lab1-frr.conf")]
    [InlineData("Lab1", "cni-lab1-95438b29-frr.conf")]
    [InlineData("lab_1", "cni-lab-1-95438b29-frr.conf")]
    [InlineData("lab--1", "cni-lab-1-95438b29-frr.conf")]
    [InlineData("-lab", "cni-lab-95438b29-frr.conf")]
    [InlineData("", "cni-95438b29-frr.conf")]
    [InlineData("\u00fc", "cni-95438b29-frr.conf")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "cni-abcdefghijklmno-95438b29-frr.conf")]
    public void A_name_that_cannot_be_kept_letter_for_letter_gets_the_start_of_the_ID(string conduitName, string fileName) =>
        Assert.Equal(fileName, RouterSamples.Create(RouterSamples.Cni(conduitName), CniRouterPlatform.Frr).FileName);

    private static CniRouterOptions Wanted => new() { AdvertisePrefixes = ["198.51.100.0/24"], StaticPrefixes = ["10.0.0.0/8"], RoutePriority = 50, AllowAsIn = true };

    private static CniBgp? Session(bool bgp) => bgp ? RouterSamples.Session : null;

    private static void AssertPlain(CniRouterConfiguration configuration)
    {
        // Once for the whole text, because it's checked thousands of times.
        Assert.DoesNotMatch(NotPlain(), configuration.Text);
    }

    // The statements without the identifier and the description.
    private static string Skeleton(CniRouterConfiguration configuration)
    {
        string identifier = configuration.FileName[..configuration.FileName.LastIndexOf('-')];
        return Description().Replace(string.Join('\n', RouterSamples.Statements(configuration)), "DESCRIPTION")
            .Replace(identifier.ToUpperInvariant(), "NAME", StringComparison.Ordinal)
            .Replace(identifier, "name", StringComparison.Ordinal)
            .Replace(identifier.Replace('-', '_').ToUpperInvariant(), "NAME", StringComparison.Ordinal)
            .Replace(identifier.Replace('-', '_'), "name", StringComparison.Ordinal);
    }

    // Reads the key like the platform.
    private static void AssertKey(string harmless, string line, string key, CniRouterPlatform platform)
    {
        int start = harmless.IndexOf(RouterSamples.Key, StringComparison.Ordinal);
        string end = harmless[(start + RouterSamples.Key.Length)..];
        Assert.Equal(harmless[..start], line[..start]);
        Assert.EndsWith(end, line, StringComparison.Ordinal);
        string written = line[start..^end.Length];
        string read = platform switch
        {
            CniRouterPlatform.RouterOs => Escape().Replace(written, "$1"),
            CniRouterPlatform.VyOs => written.Replace("'\\''", "'", StringComparison.Ordinal),
            CniRouterPlatform.OpenBgpd => OpenBgpdEscape().Replace(written, "$1"),
            _ => written,
        };
        Assert.Equal(key, read);
        Assert.DoesNotContain('"', written);
    }

    [GeneratedRegex("Cloudflare CNI[A-Za-z0-9 ._:/+=@,()_-]*")]
    private static partial Regex Description();

    // A control or non-ASCII character, or a backslash at the end of a line.
    [GeneratedRegex(@"[^\n -~]|\\(\n|\z)")]
    private static partial Regex NotPlain();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();

    // The lexer removes a backslash only before a space, so "\\ " is a backslash and a space.
    [GeneratedRegex(@"(\\)\\(?= )")]
    private static partial Regex OpenBgpdEscape();
}
