using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Seeding;

/// <summary>What the Magic side of an account shows that the CNIs don't have.</summary>
internal static class MagicSeed
{
    /// <summary>The dataplane that carries GRE.</summary>
    public const string GreDataplane = "1";

    // The link of this CNI (lab) isn't known to Magic Transit and Magic WAN, as it happens when a CNI was never used there.
    private const int WithoutMagicSide = 5;

    private const int Days = 170;
    private const int SecondsOfDay = 86400;

    private static readonly DateTimeOffset FirstCreation = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    // Equal prefixes of equal priority share the traffic (ECMP); the lowest priority wins. The last route doesn't go over a CNI.
    private static readonly IReadOnlyList<MagicRoute> AllRoutes =
    [
        new(0, "10.10.0.0/16", 100, "Core network, shared by both uplinks") { Weight = 64 },
        new(1, "10.10.0.0/16", 100, "Core network, shared by both uplinks") { Weight = 64 },
        new(0, "10.11.0.0/16", 100, "Storage network"),
        new(1, "10.11.0.0/16", 200, "Storage network, backup"),
        new(2, "10.20.0.0/16", 100, "Office network"),
        new(4, "10.20.0.0/16", 200, "Office network, backup"),
        new(3, "100.96.0.0/12", 100, "WARP devices, in Europe only") { Region = "WEUR" },
        new(6, "10.40.0.0/16", 100, "Production VPC"),
        new(null, "192.168.50.0/24", 100, "Branch office over an IPsec tunnel") { NextHop = "172.20.0.1" },
    ];

    /// <summary>Gets the routes of the account, each with the CNI that it goes over; <c>null</c> for the route that doesn't go over a CNI.</summary>
    public static IEnumerable<(int Place, MagicRoute Route, CniObject? Cni)> Routes(AccountWorld world)
    {
        Dictionary<int, CniObject> seeded = world.Cnis.From(0)
            .Where(cni => NumberOf(world, cni) is not null)
            .ToDictionary(cni => NumberOf(world, cni)!.Value);
        for (int place = 0; place < AllRoutes.Count; place++)
        {
            CniObject? cni = null;
            if (AllRoutes[place].Cni is not { } number || seeded.TryGetValue(number, out cni))
            {
                yield return (place, AllRoutes[place], cni);
            }
        }
    }

    /// <summary>Gets the CNIs that Magic Transit and Magic WAN know.</summary>
    public static IEnumerable<CniObject> Links(AccountWorld world) => world.Cnis.From(0).Where(cni => NumberOf(world, cni) != WithoutMagicSide);

    /// <summary>Gets the time of creation of an object that a user didn't create: the same for the same seed.</summary>
    public static DateTimeOffset CreatedOn(ulong key, int place)
    {
        ulong hash = DeterministicHash.Of(key, (ulong)place);
        return FirstCreation.AddDays((int)(hash % Days)).AddSeconds((hash >> 16) % SecondsOfDay);
    }

    // The seeded CNIs come behind the seeded interconnects, and a sequence number is never used twice.
    private static int? NumberOf(AccountWorld world, CniObject cni)
    {
        int number = cni.Sequence - world.SeededInterconnects - WorldSeeder.GcpPartnerCount - 1;
        return number < WorldSeeder.CniCount ? number : null;
    }
}
