using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Bodies;

/// <summary>Checks the body of a CNI and creates the CNI from it. Fields that aren't declared here are kept and returned.</summary>
internal static class CniBody
{
    public const string DynamicRouteExchange = "dynamic_route_exchange";
    public const string AdvertiseOnly = "advertise_only";

    // Assumption, because Cloudflare doesn't publish its limits: every IPv4 host must accept 576 bytes, and 9216 is a common size of jumbo frames.
    private static readonly BodyField[] Magic =
    [
        new("conduit_name", FieldRules.NonEmptyText),
        new("description", FieldRules.Text),
        new("mtu", FieldRules.Integer(576, 9216)),
    ];

    private static readonly BodyField[] Bgp =
    [
        new("customer_asn", FieldRules.Integer(1, uint.MaxValue)),
        new("extra_prefixes", FieldRules.Ipv4Prefixes),
        new("md5_key", FieldRules.Md5Key) { IsRequired = false },
    ];

    /// <summary>Creates the CNI and adds it to the account. Assumption: the conduit name must be unique among the account's CNIs and tunnels (409).</summary>
    public static CniObject Create(AccountWorld world, byte[] json, string bgpMode = DynamicRouteExchange, DateTimeOffset? createdOn = null)
    {
        BodyField[] fields = Fields(world, current: null);
        RequestBody body = RequestBody.Parse(json).Check(fields.Where(field => !field.IsAssigned));
        body.ThrowIfRejected();
        if (world.IsConduitNameTaken(body.Text("magic.conduit_name")!))
        {
            throw ApiErrorException.Conflict("Name Conflict: magic.conduit_name: another CNI or tunnel of the account has this name");
        }

        if (!world.TryTakeLink(out Ipv4Prefix link))
        {
            throw ApiErrorException.BadRequest("no point-to-point prefix is free: delete a CNI first");
        }

        int sequence = world.NextSequence++;
        CniObject cni = Assemble(body, fields, sequence, world.CniId(sequence), link, link with { Address = link.Address + 1 }, bgpMode) with
        {
            CreatedOn = createdOn,
        };
        world.Add(cni);
        return cni;
    }

    /// <summary>
    /// Creates the CNI that replaces the current one. Assumption: a conduit name that is taken is a 400 here, because the reference has no 409 for
    /// an update, and the link can be any IPv4 prefix.
    /// </summary>
    public static CniObject Update(AccountWorld world, CniObject current, byte[] json)
    {
        BodyField[] fields = Fields(world, current);
        RequestBody body = RequestBody.Parse(json).Check(fields);
        CheckLink(body, world, current);
        if (body.Text("magic.conduit_name") is { } name && name != current.ConduitName && world.IsConduitNameTaken(name))
        {
            body.Reject("magic.conduit_name", "another CNI or tunnel of the account has this name");
        }

        // Older clients don't know this field, so a body without it doesn't change the mode.
        return Replacement(body, fields, current.Sequence, body.Text("bgp_mode") ?? current.BgpMode);
    }

    /// <summary>Creates the CNI that a saved body describes.</summary>
    /// <exception cref="ApiErrorException">The body isn't that of a CNI.</exception>
    public static CniObject Restore(AccountWorld world, int sequence, byte[] json)
    {
        BodyField[] fields = Fields(world, current: null);
        RequestBody body = RequestBody.Parse(json).Check(fields);
        CheckLink(body, world, current: null);
        if (body.Text("magic.conduit_name") is { } name && world.HasCniNamed(name))
        {
            body.Reject("magic.conduit_name", "another CNI has this name");
        }

        return Replacement(body, fields, sequence, body.Text("bgp_mode") ?? DynamicRouteExchange);
    }

    private static BodyField[] Fields(AccountWorld world, CniObject? current) =>
    [
        new("id", current is null ? FieldRules.Uuid : FieldRules.TextThat(text => IdReason(text, current.Id))) { IsAssigned = true },
        new("account", FieldRules.Account(world)),
        new("cust_ip", FieldRules.Ipv4Address) { IsAssigned = true },
        new("interconnect", current is null
            ? FieldRules.TextThat(name => world.Interconnects.Find(name) is null ? "no such interconnect" : null)
            : FieldRules.EqualTo(current.Interconnect, "a CNI can't move to another interconnect")),
        BodyField.Object("magic", Magic),
        new("p2p_ip", FieldRules.Ipv4Address) { IsAssigned = true },
        BodyField.Object("bgp", Bgp) with { IsRequired = false },
        new("bgp_mode", FieldRules.OneOf(DynamicRouteExchange, AdvertiseOnly)) { IsAssigned = true, IsRequired = false },
    ];

    private static string? IdReason(string text, Guid expected) =>
        !Guid.TryParseExact(text, "D", out Guid id) ? "must be a UUID" : id == expected ? null : "must be the ID in the path";

    private static void CheckLink(RequestBody body, AccountWorld world, CniObject? current)
    {
        if (!Ipv4Prefix.TryParse(body.Text("cust_ip") ?? string.Empty, out Ipv4Prefix customer)
            || !Ipv4Prefix.TryParse(body.Text("p2p_ip") ?? string.Empty, out Ipv4Prefix peer))
        {
            return;
        }

        if (customer.Network != peer.Network)
        {
            body.Reject("cust_ip", "must be in the same prefix as p2p_ip");
        }
        else if (customer == peer)
        {
            body.Reject("cust_ip", "must differ from p2p_ip");
        }
        else if (world.IsLinkTaken(customer.Network, except: current))
        {
            body.Reject("cust_ip", "another CNI uses an address of this prefix");
        }
    }

    private static CniObject Replacement(RequestBody body, BodyField[] fields, int sequence, string bgpMode)
    {
        body.ThrowIfRejected();
        Guid id = Guid.ParseExact(body.Text("id")!, "D");
        return Assemble(body, fields, sequence, id, Ipv4Prefix.Parse(body.Text("cust_ip")!), Ipv4Prefix.Parse(body.Text("p2p_ip")!), bgpMode);
    }

    private static CniObject Assemble(RequestBody body, BodyField[] fields, int sequence, Guid id, Ipv4Prefix customer, Ipv4Prefix peer, string bgpMode)
    {
        var assigned = new Dictionary<string, string>
        {
            ["id"] = id.ToString("D"),
            ["cust_ip"] = customer.ToString(),
            ["p2p_ip"] = peer.ToString(),
            ["bgp_mode"] = bgpMode,
        };
        string json = Json.Text(writer => body.WriteTo(writer, fields, assigned));
        return new CniObject(sequence, id, body.Text("interconnect")!, body.Text("magic.conduit_name")!, customer.Network, bgpMode, json);
    }
}
