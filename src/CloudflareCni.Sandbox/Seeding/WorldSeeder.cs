using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Sandbox.Bodies;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Seeding;

/// <summary>Creates what an account contains before a user changes anything.</summary>
internal static class WorldSeeder
{
    // The first states matter most, because a sandbox with few slots has only these.
    private static readonly IReadOnlyList<(InterconnectState State, string? Reason)> States =
    [
        (InterconnectState.Healthy, null),
        (InterconnectState.Unhealthy, "receive optical level -23.4 dBm is below -20 dBm"),
        (InterconnectState.Down, "no light received (-40.0 dBm): check the cross-connect and the transmitter on the customer side"),
        (InterconnectState.Healthy, null),
        (InterconnectState.Pending, null),
        (InterconnectState.Healthy, null),
        (InterconnectState.Healthy, null),
    ];

    private static readonly IReadOnlyList<(string Region, string Bandwidth)> GcpPartners = [("us-east4", "1G"), ("europe-west3", "500M")];

    private static readonly IReadOnlyList<(string Conduit, string Description, int Mtu, string? Bgp)> Cnis =
    [
        ("core-primary", "Primary uplink of the core routers", 1500, """{"customer_asn": 64512, "extra_prefixes": []}"""),
        ("core-secondary", "Secondary uplink of the core routers", 1500, """{"customer_asn": 64512, "extra_prefixes": ["100.96.0.0/12"]}"""),
        ("office-gre", "Office network, dataplane v1", 1476, null),
        ("warp-return", "Return path for WARP devices", 1500, """{"customer_asn": 4200000010, "extra_prefixes": ["100.96.0.0/12", "100.64.0.0/12"]}"""),
        ("backup-gre", "Backup over dataplane v1", 1476, """{"customer_asn": 65010, "extra_prefixes": ["0.0.0.0/0"], "md5_key": "practice key 1"}"""),
        ("lab", "Lab, routes set by hand", 1500, null),
        ("gcp-production", "Production VPC", 1476, """{"customer_asn": 16550, "extra_prefixes": ["0.0.0.0/0"]}"""),
        ("gcp-staging", "Staging VPC", 1500, """{"customer_asn": 4200000011, "extra_prefixes": [], "md5_key": "practice key 2"}"""),
    ];

    /// <summary>The number of GCP partner interconnects that an account starts with.</summary>
    public static int GcpPartnerCount => GcpPartners.Count;

    /// <summary>The number of CNIs that an account starts with.</summary>
    public static int CniCount => Cnis.Count;

    public static AccountWorld Create(string accountId, int seed, int slotCount)
    {
        var world = new AccountWorld(accountId, seed, slotCount);
        var names = new List<string>();
        for (int number = 0; number < world.SeededInterconnects; number++)
        {
            (InterconnectState state, string? reason) = States[number];
            string dataplane = CarriesGre(world, number) ? MagicSeed.GreDataplane : Interconnect.DefaultDataplane;
            Add(InterconnectFactory.Physical(world, FreeSlot(world, number)) with { FixedState = state, Reason = reason, Dataplane = dataplane });
        }

        foreach ((string region, string bandwidth) in GcpPartners)
        {
            Add(InterconnectFactory.GcpPartner(world, region, bandwidth));
        }

        for (int number = 0; number < Cnis.Count; number++)
        {
            // The last CNIs belong to the GCP partner interconnects, whatever the number of slots.
            int host = number < Cnis.Count - GcpPartners.Count ? HostOf(world, number) : names.Count - (Cnis.Count - number);
            (string conduit, string description, int mtu, string? bgp) = Cnis[number];
            string bgpMode = conduit == "office-gre" ? CniBody.AdvertiseOnly : CniBody.DynamicRouteExchange;
            CniBody.Create(world, Body(world, names[host], conduit, description, mtu, bgp), bgpMode);
        }

        return world;

        void Add(Interconnect interconnect)
        {
            world.Add(interconnect);
            names.Add(interconnect.Name);
        }
    }

    private static int HostOf(AccountWorld world, int cni) => cni % (world.SeededInterconnects + GcpPartners.Count);

    // The name shows the CNI's purpose. The CNIs of the GCP partner interconnects come last.
    private static bool CarriesGre(AccountWorld world, int interconnect) => Enumerable.Range(0, Cnis.Count - GcpPartners.Count)
        .Any(cni => HostOf(world, cni) == interconnect && Cnis[cni].Conduit.EndsWith("-gre", StringComparison.Ordinal));

    private static byte[] Body(AccountWorld world, string interconnect, string conduit, string description, int mtu, string? bgp) => Json.Bytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("account", world.Account.Id);
        writer.WriteString("interconnect", interconnect);
        writer.WriteStartObject("magic");
        writer.WriteString("conduit_name", conduit);
        writer.WriteString("description", description);
        writer.WriteNumber("mtu", mtu);
        writer.WriteEndObject();
        if (bgp is not null)
        {
            writer.WritePropertyName("bgp");
            writer.WriteRawValue(bgp);
        }

        writer.WriteEndObject();
    });

    /// <summary>Finds a free slot for a seeded interconnect, so that the interconnects are spread over all slots.</summary>
    private static int FreeSlot(AccountWorld world, int number)
    {
        int start = (int)((long)number * world.Slots.Count / world.SeededInterconnects);
        return Enumerable.Range(0, world.Slots.Count).Select(step => (start + step) % world.Slots.Count).First(slot => !world.IsOccupied(slot));
    }
}
