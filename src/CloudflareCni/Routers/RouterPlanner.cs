using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Routers;

/// <summary>Determines the settings of a router, which are the same for every platform.</summary>
internal sealed class RouterPlanner
{
    internal const string RedactedKey = "MD5-KEY-REDACTED";

    private const int DefaultHoldTimeSec = 60;
    private const int CloudflareHoldTimeSec = 240;
    private const int ShortHoldTimeSec = 20;
    private const int MaxHeaderText = 80;
    private const int MinLinkMtu = 1500;
    private const string AdvertiseOnly = "advertise_only";

    private readonly Cni _cni;
    private readonly CniSettings? _settings;
    private readonly CniInterconnectKind _kind;
    private readonly RouterPlatform _platform;
    private readonly CniRouterOptions _options;
    private readonly List<string> _notes = [];
    private readonly List<string> _warnings = [];

    private RouterPlanner(Cni cni, CniSettings? settings, CniInterconnectKind kind, RouterPlatform platform, CniRouterOptions options)
    {
        _cni = cni;
        _settings = settings;
        _kind = kind;
        _platform = platform;
        _options = options;
    }

    private string Subject => $"CNI {DisplayText.Quote(_cni.Magic.ConduitName)}";

    internal static RouterPlan Plan(Cni cni, CniSettings? settings, CniInterconnectKind kind, RouterPlatform platform, CniRouterOptions options) =>
        new RouterPlanner(cni, settings, kind, platform, options).Plan();

    private RouterPlan Plan()
    {
        (IpPrefix custIp, IpPrefix p2pIp) = Addresses();
        int mtu = MtuRules.Check("Mtu", _cni.Magic.Mtu);
        Warn(MtuRules.Warn(mtu, _kind));
        string interfaceName = InterfaceName();
        RouterBgpPlan? bgp = _cni.Bgp is { } session ? Bgp(session) : null;
        IReadOnlyList<IpPrefix> routes = bgp is null ? StaticRoutes() : [];
        return new RouterPlan
        {
            Header = Header(),
            Identifier = RouterText.Identifier(_cni),
            Description = $"Cloudflare CNI {RouterText.Clean(_cni.Magic.ConduitName, MaxHeaderText)} {RouterText.Clean(_cni.Interconnect, MaxHeaderText)}".TrimEnd(),
            InterfaceName = interfaceName,
            CustIp = custIp,
            P2pIp = p2pIp,
            LinkMtu = Math.Max(mtu, MinLinkMtu),
            IpMtu = mtu,
            Bgp = bgp,
            StaticRoutes = routes,
            Notes = _notes,
            Warnings = _warnings,
        };
    }

    private List<string> Header()
    {
        var header = new List<string>
        {
            $"CNI {RouterText.Clean(_cni.Magic.ConduitName, MaxHeaderText)} ({_cni.Id}) on interconnect {RouterText.Clean(_cni.Interconnect, MaxHeaderText)}, "
            + $"account {RouterText.Clean(_cni.Account, MaxHeaderText)}",
        };
        if (RouterText.Clean(_cni.Magic.Description, MaxHeaderText) is { Length: > 0 } description)
        {
            header.Add($"Description: {description}");
        }

        return header;
    }

    private (IpPrefix CustIp, IpPrefix P2pIp) Addresses()
    {
        if (!IpPrefix.TryParse(_cni.CustIp, out IpPrefix custIp) || !IpPrefix.TryParse(_cni.P2pIp, out IpPrefix p2pIp))
        {
            throw new CniArgumentException(
                "Cni",
                $"{Subject} has the addresses {DisplayText.Quote(_cni.CustIp)} (CustIp) and {DisplayText.Quote(_cni.P2pIp)} (P2pIp). "
                + "A router needs two IPv4 addresses with a prefix length. Use Set-Cni -CustIp and -P2pIp to set them.");
        }

        PointToPointRules.CheckPair("Cni", custIp, p2pIp);
        Warn(PointToPointRules.Warn(custIp));
        return (custIp, p2pIp);
    }

    private string InterfaceName()
    {
        if (_options.InterfaceName is { } given)
        {
            return given;
        }

        string example = _platform.InterfaceExamples[0];
        _warnings.Add($"The interface {example} is an example. Use -InterfaceName to specify your router's interface.");
        return example;
    }

    private List<IpPrefix> StaticRoutes()
    {
        string[] unused = [.. UnusedWithoutBgp()];
        if (unused.Length > 0)
        {
            _warnings.Add($"This CNI has no BGP session, so {string.Join(", ", unused)} {(unused.Length == 1 ? "isn't" : "aren't")} used. Use -StaticPrefix for its routes.");
        }

        if (_options.StaticPrefixes.Count == 0)
        {
            _warnings.Add("This CNI has no BGP session, so nothing is routed to Cloudflare. Use -StaticPrefix to specify the prefixes to route.");
        }
        else
        {
            _notes.Add("This CNI has no BGP session. Static routes lead to Cloudflare, and Cloudflare's routes to you are set in the Magic routing table.");
        }

        return Parse("StaticPrefix", _options.StaticPrefixes);
    }

    private IEnumerable<string> UnusedWithoutBgp()
    {
        if (_options.AdvertisePrefixes.Count > 0)
        {
            yield return "-AdvertisePrefix";
        }

        if (_options.ImportPrefixes is not null)
        {
            yield return "-ImportPrefix";
        }

        if (_options.HoldTimeSec is not null)
        {
            yield return "-HoldTimeSec";
        }

        if (_options.RoutePriority is not null)
        {
            yield return "-RoutePriority";
        }

        if (_options.AllowAsIn)
        {
            yield return "-AllowAsIn";
        }
    }

    private RouterBgpPlan Bgp(CniBgp session)
    {
        if (_options.StaticPrefixes.Count > 0)
        {
            _warnings.Add("This CNI has a BGP session, so -StaticPrefix isn't used.");
        }

        long localAsn = AsnRules.Check("CustomerAsn", session.CustomerAsn);
        List<IpPrefix> exports = Exports();
        return new RouterBgpPlan
        {
            LocalAsn = localAsn,
            PeerAsn = PeerAsn(localAsn),
            Md5Key = Md5Key(session.Md5Key),
            HoldTimeSec = HoldTime(),
            Imports = Imports(session),
            Exports = exports,
            Community = Community(exports.Count > 0),
            AllowAsIn = _options.AllowAsIn,
        };
    }

    private long PeerAsn(long localAsn)
    {
        if (_settings?.DefaultAsn is not { } peerAsn)
        {
            peerAsn = AsnRules.Cloudflare;
            _warnings.Add("The account's settings don't show a default ASN, so this configuration uses Cloudflare's own, 13335. Check it with your account team.");
        }

        if (AsnRules.Check("DefaultAsn", peerAsn) == localAsn)
        {
            _warnings.Add($"AS{DisplayText.Number(localAsn)} is on both ends, but sessions are eBGP only. Use Set-Cni -CustomerAsn to set a different AS number for your end.");
        }

        return peerAsn;
    }

    private string? Md5Key(string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            _notes.Add("The CNI has no MD5 key.");
            return null;
        }

        Warn(_platform.KeyLimits.Check(_platform.Name, Subject, key!));
        if (!_options.RedactMd5Key)
        {
            return key;
        }

        _warnings.Add($"The MD5 key is omitted. Replace {RedactedKey} with the key.");
        return RedactedKey;
    }

    private int HoldTime()
    {
        int holdTime = _options.HoldTimeSec ?? DefaultHoldTimeSec;
        if (holdTime > CloudflareHoldTimeSec)
        {
            _warnings.Add($"The hold time {DisplayText.Number(holdTime)} has no effect, because Cloudflare's is 240 seconds and the lower one applies.");
        }
        else if (holdTime < ShortHoldTimeSec)
        {
            _warnings.Add($"The hold time {DisplayText.Number(holdTime)} is short. Some routers refuse less than 20 seconds, or lose the session under load.");
        }

        return holdTime;
    }

    private List<IpPrefix> Imports(CniBgp session)
    {
        if (_options.ImportPrefixes is { } given)
        {
            List<IpPrefix> wanted = Parse("ImportPrefix", given);
            _notes.Add(wanted.Count == 0 ? "No prefixes are accepted, because -ImportPrefix is empty." : "Only the prefixes in -ImportPrefix are accepted, without more specific ones.");
            return wanted;
        }

        var imports = new List<IpPrefix>();
        foreach (string text in session.ExtraPrefixes)
        {
            if (!IpPrefix.TryParse(text, out IpPrefix prefix))
            {
                _warnings.Add($"The extra prefix {DisplayText.Quote(text)} isn't an IPv4 prefix, so it isn't accepted.");
            }
            else if (!imports.Contains(prefix.Network))
            {
                imports.Add(prefix.Network);
            }
        }

        if (imports.Count == 0)
        {
            _warnings.Add("This CNI has no extra prefixes, so no prefixes are accepted. Use -ImportPrefix to specify the prefixes to accept.");
        }
        else
        {
            _notes.Add("Only the CNI's extra prefixes are accepted. All other routes from the account's Magic routing table are rejected. Use -ImportPrefix to accept more.");
        }

        return imports;
    }

    private List<IpPrefix> Exports()
    {
        List<IpPrefix> exports = Parse("AdvertisePrefix", _options.AdvertisePrefixes);
        if (_cni.BgpMode == AdvertiseOnly)
        {
            if (exports.Count > 0)
            {
                _warnings.Add("The CNI's BGP mode is advertise_only, in which Cloudflare doesn't learn routes, so -AdvertisePrefix isn't used.");
            }

            _notes.Add("No prefixes are advertised, because the CNI's BGP mode is advertise_only.");
            return [];
        }

        Warn(_cni.BgpMode is { } mode && !BgpModeRules.Known.Contains(mode)
            ? $"This version doesn't know the BGP mode {DisplayText.Quote(mode)}. The configuration exchanges routes in both directions."
            : null);
        if (exports.Any(prefix => prefix.Length == 0))
        {
            _warnings.Add("The default route 0.0.0.0/0 is advertised to Cloudflare, so traffic for any address can arrive over this link.");
        }

        _notes.Add(exports.Count == 0
            ? "No prefixes are advertised. Use -AdvertisePrefix to specify the prefixes to advertise."
            : $"Only the prefixes in -AdvertisePrefix are advertised, without more specific ones. {_platform.ExportCondition}");
        return exports;
    }

    private string? Community(bool exports)
    {
        if (_options.RoutePriority is not { } priority)
        {
            return null;
        }

        string? community = RoutePriorities.Check("RoutePriority", priority);
        if (exports)
        {
            return community;
        }

        _warnings.Add("No prefixes are advertised, so -RoutePriority isn't used.");
        return null;
    }

    private static List<IpPrefix> Parse(string parameterName, IEnumerable<string> texts) =>
        PrefixRules.CheckExtraPrefixes(parameterName, texts).Select(text => IpPrefix.Parse(parameterName, text)).Distinct().ToList();

    private void Warn(string? warning)
    {
        if (warning is not null)
        {
            _warnings.Add(warning);
        }
    }
}
