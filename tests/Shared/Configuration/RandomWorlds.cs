using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CloudflareCni.Configuration;

namespace CloudflareCni.Tests.Configurations;

/// <summary>Random accounts, and pairs of them that have much in common: slots, conduit names and addresses stay, come, go and move.</summary>
internal sealed class RandomWorlds
{
    public const string Account = "5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20";

    private static readonly string[] Speeds = ["10G", "100G", "25G", "400G"];
    private static readonly string[] Texts = ["", "Primary uplink", "Büro Köln \"Süd\"", "日本 \\ 東京", "a\tb", "</script>"];
    private static readonly string[] Modes = ["dynamic_route_exchange", "advertise_only"];
    private static readonly string[] Prefixes = ["0.0.0.0/0", "100.96.0.0/12", "100.64.0.0/12", "10.0.0.0/8"];
    private static readonly string[] Keys = ["practice key 1", "a'b`c\\d", "~"];
    private static readonly string[] Regions = ["us-east4", "europe-west3", "asia-south1"];

    private readonly Random _dice;
    private readonly IReadOnlyList<CniSlot> _slots;
    private int _links;

    /// <summary>Makes a source of worlds.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="slots">The slots that interconnects may be on; null for slots of nowhere.</param>
    public RandomWorlds(int seed, IReadOnlyList<CniSlot>? slots = null)
    {
        _dice = new Random(seed);
        _slots = slots ?? [.. Enumerable.Range(1, 12).Select(Slot)];
    }

    /// <summary>The pairing key with which an interconnect of a region is ordered.</summary>
    public static string PairingKey(string region) => $"7e51371e-72a3-40b5-b844-2e3efefaee59/{region}/1";

    /// <summary>Makes an account.</summary>
    /// <param name="withGcpPartners">Whether it may have GCP partner interconnects.</param>
    public RandomWorld Next(bool withGcpPartners = true)
    {
        CniInterconnect[] interconnects =
        [
            .. _slots.Where(_ => Odds(50)).Select((slot, number) => Physical(slot, $"icon-{number}-{_dice.Next(100)}")),
            .. Regions.Where(_ => withGcpPartners && Odds(40)).Select(region => GcpPartner(region, $"gcp-{region}-{_dice.Next(100)}")),
        ];
        var cnis = new List<Cni>();
        for (int i = 0; i < 14 && interconnects.Length > 0; i++)
        {
            if (Odds(60))
            {
                cnis.Add(NewCni($"conduit {i}", Pick(interconnects).Name, NewLink()));
            }
        }

        return new RandomWorld(new CniSettings(Odds(20) ? null : Asn(), null), interconnects, cnis);
    }

    /// <summary>Makes an account that another becomes.</summary>
    /// <param name="before">The other.</param>
    /// <param name="withGcpPartners">Whether it may have GCP partner interconnects that the other doesn't have.</param>
    public RandomWorld After(RandomWorld before, bool withGcpPartners = true)
    {
        List<CniInterconnect> interconnects = [.. before.Interconnects.Where(_ => Odds(75))];
        interconnects.AddRange(_slots.Where(slot => before.Interconnects.All(one => one.SlotId != slot.Id) && Odds(30)).Select((slot, number) => Physical(slot, $"new-{number}")));
        List<CniInterconnect> orders = [.. Regions.Where(region => withGcpPartners && before.Interconnects.All(one => one.Region != region) && Odds(40)).Select(region => GcpPartner(region, $"new-{region}"))];
        interconnects.AddRange(orders);
        string[] names = [.. interconnects.Select(one => one.Name)];
        Cni[] kept = [.. before.Cnis.Where(cni => names.Contains(cni.Interconnect) && Odds(75))];

        // Only addresses of CNIs that go are taken over, so that no two CNIs exchange theirs.
        var leftOver = new Queue<int>(before.Cnis.Except(kept).Select(LinkOf).Where(_ => Odds(50)));
        List<Cni> cnis = [.. kept.Select(cni => Odds(40) ? cni : Changed(cni, Odds(70) ? LinkOf(cni) : Take(leftOver)))];
        string[] taken = [.. kept.Select(cni => cni.ConduitName)];
        for (int i = 0; i < 14 && names.Length > 0; i++)
        {
            if (!taken.Contains($"conduit {i}") && Odds(40))
            {
                cnis.Add(NewCni($"conduit {i}", Pick(names), Take(leftOver)));
            }
        }

        // What shows which interconnect came of a pairing key is a CNI on it.
        cnis.AddRange(orders.Select(one => NewCni($"on {one.Region}", one.Name, NewLink())));
        return new RandomWorld(new CniSettings(Odds(20) ? null : Asn(), null), interconnects, cnis);
    }

    private static CniSlot Slot(int number) => new(
        new Guid(number, 7, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, (byte)number),
        new CniFacility($"Facility {number}", [$"Street {number}", "City"]),
        occupied: false,
        $"abc{number.ToString("00", CultureInfo.InvariantCulture)}",
        Speeds[number % Speeds.Length],
        ccrDeviceName: number % 3 == 0 ? null : $"cr1-abc{number}");

    private static CniInterconnect Physical(CniSlot slot, string name) =>
        new(name, Account, "direct", slot.Site, slot.Facility, slot.Id, speed: slot.Speed, ccrDeviceName: slot.CcrDeviceName);

    private static CniInterconnect GcpPartner(string region, string name) => new(name, Account, "gcp_partner", region: region, speed: "1G");

    private static int LinkOf(Cni cni)
    {
        int[] octets = [.. cni.CustIp.Split('/')[0].Split('.').Select(octet => int.Parse(octet, CultureInfo.InvariantCulture))];
        return ((octets[2] * 256) + octets[3]) / 2;
    }

    private int Take(Queue<int> links) => links.Count > 0 ? links.Dequeue() : NewLink();

    private int NewLink() => _links++;

    private Cni NewCni(string conduitName, string interconnect, int link)
    {
        string network = $"172.30.{link / 128}.";
        string[] ends = [$"{network}{link % 128 * 2}/31", $"{network}{(link % 128 * 2) + 1}/31"];
        int own = _dice.Next(2);
        return new Cni(Guid.Empty, Account, interconnect, ends[own], ends[1 - own], new CniMagicSettings(conduitName, Pick(Texts), Pick([1476, 1500, 1440, 9000])), Session(), Pick(Modes));
    }

    private Cni Changed(Cni cni, int link) => NewCni(cni.ConduitName, cni.Interconnect, link);

    private CniBgp? Session() => Odds(40) ? null : new CniBgp(Asn(), [.. Prefixes.Where(_ => Odds(30))], Odds(50) ? null : Pick(Keys));

    private long Asn() => Odds(50) ? _dice.Next(1, 65535) : 4200000000 + _dice.Next(1000);

    private bool Odds(int percent) => _dice.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> values) => values[_dice.Next(values.Count)];
}

/// <summary>An account.</summary>
internal sealed record RandomWorld(CniSettings Settings, IReadOnlyList<CniInterconnect> Interconnects, IReadOnlyList<Cni> Cnis)
{
    /// <summary>The account as a document.</summary>
    public ConfigurationDocument Document => ConfigurationDocument.Of(RandomWorlds.Account, Settings, Interconnects, Cnis);
}
