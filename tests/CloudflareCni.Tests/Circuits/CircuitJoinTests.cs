using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Circuits;
using Xunit;

namespace CloudflareCni.Tests.Circuits;

/// <summary>Tests how the lists of an account are joined into circuits.</summary>
public class CircuitJoinTests
{
    private const string Dashed = "3F0C2A5E-0000-4000-8000-00000000000A";
    private const string Undashed = "3f0c2a5e00004000800000000000000a";

    private static readonly string[] NextHops = ["172.16.0.0", "172.16.0.1", "172.16.0.2", "172.16.0.4", "2001:db8::1", "", "172.16.0.1/31"];

    [Theory]
    [InlineData("fra03", "fra")]
    [InlineData("FRA03", "fra")]
    [InlineData("gru-b", "gru")]
    [InlineData(" lhr1", "lhr")]
    [InlineData("03", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_metro_is_the_letters_at_the_beginning_of_a_site(string? site, string? metro) => Assert.Equal(metro, CircuitJoin.Metro(site));

    [Fact]
    public void A_circuit_has_the_interconnect_its_state_and_its_own_CNIs()
    {
        CniInterconnect one = CircuitSamples.Physical("one");
        Cni mine = CircuitSamples.Cni("one");
        var parts = new CircuitParts([one], Cnis: [CircuitSamples.Cni("ONE"), mine, CircuitSamples.Cni("other")]);

        CniCircuit circuit = new CircuitJoin(parts).Create(one, CircuitSamples.Status("one", "Down", "no light"));

        Assert.Equal(("one", "fra", "fra03", "Equinix FR5"), (circuit.Name, circuit.Metro, circuit.Site, circuit.Facility));
        Assert.Equal(("Down", "no light", CircuitSamples.Now), (circuit.State, circuit.Reason, circuit.CheckedAt));
        Assert.Same(mine, Assert.Single(circuit.Cnis!));
    }

    [Fact]
    public void A_missing_part_is_null()
    {
        CniInterconnect one = CircuitSamples.Physical("one");

        CniCircuit circuit = new CircuitJoin(new CircuitParts([one])).Create(one, status: null);

        Assert.Null(circuit.State);
        Assert.Null(circuit.CheckedAt);
        Assert.Null(circuit.Cnis);
        Assert.Null(circuit.Magic);
        Assert.Null(circuit.MagicMatch);
        Assert.Null(circuit.Routes);
        Assert.Null(circuit.Device);
        Assert.Null(circuit.CreatedOn);
    }

    [Fact]
    public void A_part_without_objects_is_an_empty_list()
    {
        CniInterconnect one = CircuitSamples.Physical("one");

        CniCircuit circuit = new CircuitJoin(new CircuitParts([one], [], [], [], [])).Create(one, status: null);

        Assert.Empty(circuit.Cnis!);
        Assert.Empty(circuit.Magic!);
        Assert.Empty(circuit.Routes!);
    }

    [Theory]
    [InlineData("edge1", "edge2", "edge1")]
    [InlineData(null, "edge2", "edge2")]
    [InlineData(" ", "edge2", "edge2")]
    [InlineData(null, "", null)]
    [InlineData(null, null, null)]
    public void The_device_comes_from_the_interconnect_or_from_its_slot(string? own, string? ofSlot, string? device)
    {
        var slot = Guid.NewGuid();
        CniInterconnect one = CircuitSamples.Physical("one", slot: slot, device: own);

        CniCircuit circuit = new CircuitJoin(new CircuitParts([one], [CircuitSamples.Slot(Guid.NewGuid(), "other"), CircuitSamples.Slot(slot, ofSlot)])).Create(one, null);

        Assert.Equal(device, circuit.Device);
    }

    [Theory]
    [InlineData(Dashed, Undashed)]
    [InlineData(Undashed, Dashed)]
    public void The_reservation_matches_without_dashes_in_any_case(string ofInterconnect, string ofMagic)
    {
        CniInterconnect one = CircuitSamples.Physical("one", reservation: ofInterconnect);

        CniCircuit circuit = Join([one], [], CircuitSamples.Magic(reservation: ofMagic, version: "2", createdOn: CircuitSamples.Now))["one"];

        Assert.Equal((CniMagicMatch.ReservationId, "2", CircuitSamples.Now), (circuit.MagicMatch, circuit.Dataplane, circuit.CreatedOn));
    }

    [Fact]
    public void The_reservation_takes_precedence_over_the_name_and_the_name_over_the_address()
    {
        CniInterconnect[] interconnects = [CircuitSamples.Physical("reserved", reservation: Dashed), CircuitSamples.Physical("named"), CircuitSamples.Physical("addressed")];
        Cni[] cnis = [CircuitSamples.Cni("named", "the-name"), CircuitSamples.Cni("addressed", "other", "10.9.9.0/31", "10.9.9.1/31")];

        Dictionary<string, CniCircuit> circuits = Join(
            interconnects,
            cnis,
            CircuitSamples.Magic("the-name", Undashed, "10.9.9.0/31"),
            CircuitSamples.Magic("the-name", null, "10.9.9.0/31"),
            CircuitSamples.Magic("THE-NAME", "", "10.9.9.0/31"));

        Assert.Equal(CniMagicMatch.ReservationId, circuits["reserved"].MagicMatch);
        Assert.Equal(CniMagicMatch.Name, circuits["named"].MagicMatch);
        Assert.Equal(CniMagicMatch.Address, circuits["addressed"].MagicMatch);
        Assert.All(circuits.Values, circuit => Assert.Single(circuit.Magic!));
    }

    [Theory]
    [InlineData("172.16.0.0/31")]
    [InlineData("172.16.0.0/30")]
    [InlineData("172.16.0.0")]
    [InlineData("172.16.0.1/31")]
    public void An_address_matches_if_it_is_the_CNIs_or_in_its_prefix(string address) =>
        Assert.Equal(CniMagicMatch.Address, Join([CircuitSamples.Physical("one")], [CircuitSamples.Cni("one")], CircuitSamples.Magic(address: address))["one"].MagicMatch);

    [Theory]
    [InlineData("172.16.0.2/31")]
    [InlineData("fe80::1/64")]
    [InlineData("<img src=x>")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_address_matches_nothing(string? address) =>
        Assert.Empty(Join([CircuitSamples.Physical("one")], [CircuitSamples.Cni("one")], CircuitSamples.Magic(address: address))["one"].Magic!);

    [Fact]
    public void Absent_fields_match_nothing()
    {
        Cni bare = CircuitSamples.Cni("one", conduit: "", p2pIp: "", custIp: "");

        Assert.Empty(Join([CircuitSamples.Physical("one", reservation: "")], [bare], CircuitSamples.Magic("", "", ""), CircuitSamples.Magic())["one"].Magic!);
    }

    [Fact]
    public void A_Magic_side_belongs_to_one_circuit_even_if_two_claim_it()
    {
        CniInterconnect[] interconnects = [CircuitSamples.Physical("one", reservation: Dashed), CircuitSamples.Physical("two", reservation: Undashed)];
        Cni[] cnis = [CircuitSamples.Cni("one", "same"), CircuitSamples.Cni("two", "same")];

        Dictionary<string, CniCircuit> circuits = Join(interconnects, cnis, CircuitSamples.Magic("same", Dashed, "172.16.0.0/31"));

        Assert.Single(circuits.Values.SelectMany(circuit => circuit.Magic!));
    }

    [Fact]
    public void Several_CNIs_have_several_Magic_sides_and_the_circuit_is_as_old_as_the_first()
    {
        Cni[] cnis = [CircuitSamples.Cni("one", "a"), CircuitSamples.Cni("one", "b", "172.16.0.2/31", "172.16.0.3/31")];

        CniCircuit circuit = Join(
            [CircuitSamples.Physical("one")],
            cnis,
            CircuitSamples.Magic(address: "172.16.0.2/31", version: "1", createdOn: CircuitSamples.Now),
            CircuitSamples.Magic("a", version: "1", createdOn: CircuitSamples.Now.AddDays(-1)),
            CircuitSamples.Magic("b"))["one"];

        Assert.Equal(3, circuit.Magic!.Count);
        Assert.Equal((CniMagicMatch.Name, "1", CircuitSamples.Now.AddDays(-1)), (circuit.MagicMatch, circuit.Dataplane, circuit.CreatedOn));
    }

    [Fact]
    public void Magic_sides_that_contradict_each_other_leave_the_dataplane_unknown() => Assert.Null(
        Join([CircuitSamples.Physical("one")], [CircuitSamples.Cni("one", "a")], CircuitSamples.Magic("a", version: "1"), CircuitSamples.Magic("a", version: "2"))["one"].Dataplane);

    [Fact]
    public void Without_CNIs_only_the_reservation_matches()
    {
        CniInterconnect[] interconnects = [CircuitSamples.Physical("one", reservation: Dashed), CircuitSamples.Physical("two")];
        var join = new CircuitJoin(new CircuitParts(interconnects, Magic: [CircuitSamples.Magic(reservation: Dashed)], Routes: [CircuitSamples.Route("172.16.0.1")]));

        Assert.Single(join.Create(interconnects[0], null).Magic!);
        Assert.Null(join.Create(interconnects[1], null).Magic);
        Assert.Null(join.Create(interconnects[0], null).Routes);
    }

    [Fact]
    public void A_route_belongs_to_the_circuit_whose_prefix_contains_its_next_hop()
    {
        CniInterconnect[] interconnects = [CircuitSamples.Physical("one"), CircuitSamples.Physical("two")];
        Cni[] cnis = [CircuitSamples.Cni("one"), CircuitSamples.Cni("two", p2pIp: "unreadable", custIp: "172.16.0.3/31"), CircuitSamples.Cni("two", p2pIp: "", custIp: "")];
        CniMagicRoute[] routes = [.. NextHops.Select(hop => CircuitSamples.Route(hop))];
        var join = new CircuitJoin(new CircuitParts(interconnects, Cnis: cnis, Routes: routes));

        Assert.Equal([routes[0], routes[1], routes[6]], join.Create(interconnects[0], null).Routes!);
        Assert.Equal([routes[2]], join.Create(interconnects[1], null).Routes!);
    }

    [Fact]
    public void The_longest_of_nested_prefixes_is_used_and_equal_ones_share_a_route()
    {
        CniInterconnect[] interconnects = [CircuitSamples.Physical("wide"), CircuitSamples.Physical("a"), CircuitSamples.Physical("b")];
        Cni[] cnis = [CircuitSamples.Cni("wide", p2pIp: "172.16.0.1/16"), CircuitSamples.Cni("a"), CircuitSamples.Cni("b")];
        var join = new CircuitJoin(new CircuitParts(interconnects, Cnis: cnis, Routes: [CircuitSamples.Route("172.16.0.1"), CircuitSamples.Route("172.16.5.5", "10.5.0.0/16")]));

        Assert.Equal("10.5.0.0/16", Assert.Single(join.Create(interconnects[0], null).Routes!).Prefix);
        Assert.Equal("10.0.0.0/8", Assert.Single(join.Create(interconnects[1], null).Routes!).Prefix);
        Assert.Equal("10.0.0.0/8", Assert.Single(join.Create(interconnects[2], null).Routes!).Prefix);
    }

    private static Dictionary<string, CniCircuit> Join(IReadOnlyList<CniInterconnect> interconnects, IReadOnlyList<Cni> cnis, params CniMagicInterconnect[] magic)
    {
        var join = new CircuitJoin(new CircuitParts(interconnects, [], cnis, magic, []));
        return interconnects.ToDictionary(one => one.Name, one => join.Create(one, CircuitSamples.Status(one.Name)));
    }
}
