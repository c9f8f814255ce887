using System;
using System.Collections.Generic;

namespace CloudflareCni.Tests.Circuits;

/// <summary>Creates circuits and their parts for tests.</summary>
internal static class CircuitSamples
{
    public const string Account = "5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20";

    public static readonly DateTime Now = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Local);

    public static CniInterconnect Physical(
        string name, string? site = "fra03", string facility = "Equinix FR5", Guid? slot = null, string? device = null, string? reservation = null, string? speed = "10G") =>
        new(name, Account, "direct", site, new CniFacility(facility, []), slot ?? Guid.NewGuid(), speed: speed, virtualPortReservationId: reservation, ccrDeviceName: device);

    public static CniInterconnect GcpPartner(string name, string region = "us-east4") => new(name, Account, "gcp_partner", region: region, speed: "1G");

    public static CniSlot Slot(Guid id, string? device) => new(id, new CniFacility("Equinix FR5", []), occupied: true, "fra03", "10G", ccrDeviceName: device);

    public static Cni Cni(
        string interconnect,
        string conduit = "conduit",
        string p2pIp = "172.16.0.0/31",
        string custIp = "172.16.0.1/31",
        int mtu = 1500,
        CniBgp? bgp = null,
        string? bgpMode = null) =>
        new(Guid.NewGuid(), Account, interconnect, custIp, p2pIp, new CniMagicSettings(conduit, "", mtu), bgp, bgpMode);

    public static CniMagicInterconnect Magic(
        string? name = null, string? reservation = null, string? address = null, string? version = null, DateTime? createdOn = null) =>
        new() { Name = name, VirtualPortReservationId = reservation, InterfaceAddress = address, Version = version, CreatedOn = createdOn };

    public static CniMagicRoute Route(string nextHop, string prefix = "10.0.0.0/8") => new() { Id = prefix, Prefix = prefix, NextHop = nextHop, Priority = 100 };

    public static CniInterconnectStatus Status(string interconnect, string state = "Healthy", string? reason = null) => new(interconnect, state, reason, Now);

    /// <summary>Creates a circuit with everything that the rules judge.</summary>
    public static CniCircuit Circuit(
        string name,
        string? state = "Healthy",
        string? reason = null,
        string? site = "fra03",
        string facility = "Equinix FR5",
        string? device = null,
        string? speed = "10G",
        string? dataplane = null,
        DateTime? createdOn = null,
        IReadOnlyList<Cni>? cnis = null,
        IReadOnlyList<CniMagicRoute>? routes = null,
        CniInterconnect? interconnect = null) =>
        new(interconnect ?? Physical(name, site, facility, device: device, speed: speed))
        {
            Metro = CloudflareCni.Circuits.CircuitJoin.Metro(site),
            Device = device,
            State = state,
            Reason = reason,
            CheckedAt = state is null ? null : Now,
            Cnis = cnis ?? [Cni(name)],
            Magic = [],
            Dataplane = dataplane,
            CreatedOn = createdOn,
            Routes = routes ?? [],
        };
}
