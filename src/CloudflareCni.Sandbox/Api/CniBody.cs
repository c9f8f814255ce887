using System;
using System.Linq;
using System.Text.Json;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>Reads the body of a CNI, checks all of it and makes the CNI. Fields that the API page doesn't know are kept and answered.</summary>
internal static class CniBody
{
    public const string DynamicRouteExchange = "dynamic_route_exchange";
    public const string AdvertiseOnly = "advertise_only";

    // Assumption, because Cloudflare's limits aren't published: the least that IPv4 asks of every link, and what a frame takes on the largest jumbo links.
    private const int LeastMtu = 576;
    private const int LargestMtu = 9216;

    private static readonly string[] Fields = ["id", "account", "cust_ip", "interconnect", "magic", "p2p_ip", "bgp", "bgp_mode"];
    private static readonly string[] MagicFields = ["conduit_name", "description", "mtu"];
    private static readonly string[] BgpFields = ["customer_asn", "extra_prefixes", "md5_key"];

    /// <summary>Makes the CNI and adds it to the world. Assumption: what must be unique (409) is the conduit name, in the account.</summary>
    public static CniObject Create(AccountWorld world, byte[] json)
    {
        BodyReader body = BodyReader.Open(json);
        body.RequireAccount(world.AccountId);
        string? interconnect = body.Text("interconnect");
        if (interconnect is not null && world.Interconnects.Find(interconnect) is null)
        {
            body.Reject("interconnect", "no such interconnect");
        }

        (BodyReader? magic, string? conduitName, BodyReader? bgp) = CheckedParts(body);
        body.ThrowIfRejected();
        if (world.IsConduitNameTaken(conduitName!))
        {
            throw ApiProblem.Conflict("Name Conflict: magic.conduit_name: another CNI of the account has this name");
        }

        if (!world.TryTakeLink(out Ipv4Prefix link))
        {
            throw ApiProblem.BadRequest("no point-to-point prefix is left: delete a CNI first");
        }

        int sequence = world.NextSequence++;
        Guid id = world.NewCniId(sequence);
        Ipv4Prefix peer = link with { Address = link.Address + 1 };
        string text = Text(body, magic!, bgp, id, link, peer, DynamicRouteExchange);
        var cni = new CniObject(sequence, id, interconnect!, conduitName!, link, DynamicRouteExchange, text);
        world.Add(cni);
        return cni;
    }

    /// <summary>
    /// Makes the CNI that takes the place of the one given. Assumption: a conduit name that is taken is 400 here, for which the reference has no 409,
    /// and any IPv4 prefix will do for the link.
    /// </summary>
    public static CniObject Update(AccountWorld world, CniObject current, byte[] json)
    {
        BodyReader body = BodyReader.Open(json);
        if (body.Uuid("id") is { } id && id != current.Id)
        {
            body.Reject("id", "must be the ID in the path");
        }

        body.RequireAccount(world.AccountId);
        if (body.Text("interconnect") is { } interconnect && interconnect != current.Interconnect)
        {
            body.Reject("interconnect", "a CNI can't move to another interconnect");
        }

        Ipv4Prefix? customer = Address(body, "cust_ip");
        Ipv4Prefix? peer = Address(body, "p2p_ip");
        if (customer is { } ours && peer is { } theirs)
        {
            CheckLink(body, world, current, ours, theirs);
        }

        // Older clients don't know this field, so a body without it leaves it as it is.
        string bgpMode = body.Text("bgp_mode", required: false) ?? current.BgpMode;
        if (bgpMode is not (DynamicRouteExchange or AdvertiseOnly))
        {
            body.Reject("bgp_mode", $"must be {DynamicRouteExchange} or {AdvertiseOnly}");
        }

        (BodyReader? magic, string? conduitName, BodyReader? bgp) = CheckedParts(body);
        if (conduitName is not null && conduitName != current.ConduitName && world.IsConduitNameTaken(conduitName))
        {
            body.Reject("magic.conduit_name", "another CNI of the account has this name");
        }

        body.ThrowIfRejected();
        return current with
        {
            ConduitName = conduitName!,
            Link = customer!.Value.Network,
            BgpMode = bgpMode,
            Json = Text(body, magic!, bgp, current.Id, customer.Value, peer!.Value, bgpMode),
        };
    }

    /// <summary>The CNI that a saved body describes.</summary>
    /// <exception cref="ApiProblem">The body isn't that of a CNI.</exception>
    public static CniObject Restore(AccountWorld world, int sequence, byte[] json)
    {
        BodyReader body = BodyReader.Open(json);
        Guid id = body.Uuid("id") ?? throw body.Rejection();
        var empty = new CniObject(sequence, id, body.Text("interconnect") ?? string.Empty, string.Empty, default, DynamicRouteExchange, string.Empty);
        return world.Interconnects.Find(empty.Interconnect) is null
            ? throw body.Rejection("interconnect", "no such interconnect")
            : Update(world, empty, json);
    }

    public static CniObject WithBgpMode(CniObject cni, string bgpMode)
    {
        using JsonDocument document = JsonDocument.Parse(cni.Json);
        string json = Json.Text(writer =>
        {
            writer.WriteStartObject();
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name == "bgp_mode")
                {
                    writer.WriteString(property.Name, bgpMode);
                }
                else
                {
                    property.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        });
        return cni with { BgpMode = bgpMode, Json = json };
    }

    private static Ipv4Prefix? Address(BodyReader body, string field)
    {
        if (body.Text(field) is not { } text)
        {
            return null;
        }

        if (Ipv4Prefix.TryParse(text, out Ipv4Prefix prefix))
        {
            return prefix;
        }

        body.Reject(field, "must be an IPv4 address with its prefix length, such as 192.168.3.4/31");
        return null;
    }

    private static void CheckLink(BodyReader body, AccountWorld world, CniObject current, Ipv4Prefix customer, Ipv4Prefix peer)
    {
        if (customer.Network != peer.Network)
        {
            body.Reject("cust_ip", "must be in one prefix with p2p_ip");
        }
        else if (customer == peer)
        {
            body.Reject("cust_ip", "must differ from p2p_ip");
        }
        else if (world.IsLinkTakenByAnother(customer.Network, current))
        {
            body.Reject("cust_ip", "another CNI uses an address of this prefix");
        }
    }

    private static (BodyReader? Magic, string? ConduitName, BodyReader? Bgp) CheckedParts(BodyReader body)
    {
        BodyReader? magic = body.Object("magic");
        string? conduitName = magic?.Text("conduit_name");
        if (conduitName is not null && string.IsNullOrWhiteSpace(conduitName))
        {
            magic!.Reject("conduit_name", "must not be empty");
        }

        magic?.Text("description");
        magic?.Whole("mtu", LeastMtu, LargestMtu);

        BodyReader? bgp = body.Object("bgp", required: false);
        bgp?.Whole("customer_asn", 1, uint.MaxValue);
        if (bgp?.Texts("extra_prefixes") is { } prefixes)
        {
            for (int place = 0; place < prefixes.Count; place++)
            {
                if (!Ipv4Prefix.TryParse(prefixes[place], out _))
                {
                    bgp.Reject($"extra_prefixes[{place}]", "must be an IPv4 prefix, such as 100.96.0.0/12");
                }
            }
        }

        if (bgp?.Text("md5_key", required: false) is { } key && !IsMd5Key(key))
        {
            bgp.Reject("md5_key", "must be 1 or more characters from U+0020 to U+007E, without the quotation mark and the question mark");
        }

        return (magic, conduitName, bgp);
    }

    private static bool IsMd5Key(string key) => key.Length > 0 && key.All(letter => letter is >= ' ' and <= '~' and not ('"' or '?'));

    private static string Text(BodyReader body, BodyReader magic, BodyReader? bgp, Guid id, Ipv4Prefix customer, Ipv4Prefix peer, string bgpMode) =>
        Json.Text(writer => Write(writer, body, magic, bgp, id, customer, peer, bgpMode));

    private static void Write(
        Utf8JsonWriter writer, BodyReader body, BodyReader magic, BodyReader? bgp, Guid id, Ipv4Prefix customer, Ipv4Prefix peer, string bgpMode)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        body.CopyTo(writer, "account");
        writer.WriteString("cust_ip", customer.ToString());
        body.CopyTo(writer, "interconnect");
        WritePart(writer, "magic", magic, MagicFields);
        writer.WriteString("p2p_ip", peer.ToString());
        if (bgp is not null)
        {
            WritePart(writer, "bgp", bgp, BgpFields);
        }

        writer.WriteString("bgp_mode", bgpMode);
        WriteOthers(writer, body, Fields);
        writer.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter writer, string name, BodyReader part, string[] fields)
    {
        writer.WriteStartObject(name);
        foreach (string field in fields)
        {
            part.CopyTo(writer, field);
        }

        WriteOthers(writer, part, fields);
        writer.WriteEndObject();
    }

    private static void WriteOthers(Utf8JsonWriter writer, BodyReader body, string[] known)
    {
        foreach (JsonProperty other in body.Others(known))
        {
            other.WriteTo(writer);
        }
    }
}
