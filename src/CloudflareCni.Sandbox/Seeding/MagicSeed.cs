using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Seeding;

/// <summary>Creates the data of an account's Magic side that its CNIs don't have.</summary>
internal static class MagicSeed
{
    /// <summary>The dataplane that carries GRE.</summary>
    public const string GreDataplane = "1";

    // Magic Transit and Magic WAN don't know the link of this CNI (lab), which is also the case for a real CNI that was never used there.
    private const int WithoutMagicSide = 5;

    private const int Days = 170;
    private const int SecondsOfDay = 86400;

    private static readonly DateTimeOffset FirstCreation = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    // Routes with the same prefix and priority share the traffic (ECMP). The last route doesn't go over a CNI.
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

    /// <summary>Gets the routes of the account, each with the CNI that it goes over, or <see langword="null"/> for the route that doesn't go over a CNI.</summary>
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

    /// <summary>Gets the CNIs that have a Magic side.</summary>
    public static IEnumerable<CniObject> Links(AccountWorld world) => world.Cnis.From(0).Where(cni => NumberOf(world, cni) != WithoutMagicSide);

    /// <summary>Gets the time of creation of an object that a user didn't create: the same for the same seed.</summary>
    public static DateTimeOffset CreatedOn(ulong key, int place)
    {
        ulong hash = DeterministicHash.Of(key, (ulong)place);
        return FirstCreation.AddDays((int)(hash % Days)).AddSeconds((hash >> 16) % SecondsOfDay);
    }

    // The sequence numbers of the seeded CNIs follow those of the seeded interconnects, and a sequence number is never reused.
    private static int? NumberOf(AccountWorld world, CniObject cni)
    {
        int number = cni.Sequence - world.SeededInterconnects - WorldSeeder.GcpPartnerCount - 1;
        return number < WorldSeeder.CniCount ? number : null;
    }
}
