using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.Seeding;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>The operations of Magic Transit and Magic WAN that return the same links. Their responses are in Cloudflare's envelope.</summary>
internal static class MagicOperations
{
    /// <summary>The header that requests the target of health checks as an object.</summary>
    private const string TargetHeader = "x-magic-new-hc-target";

    public static SandboxResponse ListInterconnects(ApiCall call) => Envelope.Result(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("interconnects");
        foreach (CniObject cni in MagicSeed.Links(call.World))
        {
            WriteInterconnect(writer, call, cni);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static SandboxResponse GetInterconnect(ApiCall call)
    {
        string id = call.Parameter("id");
        CniObject cni = MagicSeed.Links(call.World).FirstOrDefault(one => call.World.MagicId(one) == id)
            ?? throw ApiErrorException.FromGateway(404, 1002, $"interconnect {id} not found");
        return Envelope.Result(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("interconnect");
            WriteInterconnect(writer, call, cni);
            writer.WriteEndObject();
        });
    }

    public static SandboxResponse ListRoutes(ApiCall call) => Envelope.Result(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("routes");
        foreach ((int place, MagicRoute route, CniObject? cni) in MagicSeed.Routes(call.World))
        {
            WriteRoute(writer, call.World, place, route, cni);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteInterconnect(Utf8JsonWriter writer, ApiCall call, CniObject cni)
    {
        AccountWorld world = call.World;
        using JsonDocument body = JsonDocument.Parse(cni.Json);
        JsonElement settings = body.RootElement.GetProperty("magic");
        Interconnect interconnect = world.Interconnects.Find(cni.Interconnect)!;
        writer.WriteStartObject();
        writer.WriteString("id", world.MagicId(cni));
        writer.WriteString("name", cni.ConduitName);
        if (interconnect.Slot is { } slot)
        {
            writer.WriteString("colo_name", world.Slots.FacilityOf(slot).Site);
        }

        writer.WriteString("description", settings.GetProperty("description").GetString());
        writer.WriteString("version", interconnect.Dataplane);
        writer.WriteNumber("mtu", settings.GetProperty("mtu").GetInt32());
        writer.WriteString("interface_address", body.RootElement.GetProperty("p2p_ip").GetString());
        WriteDataplane(writer, world, cni, interconnect.Dataplane == MagicSeed.GreDataplane);
        WriteHealthCheck(writer, Customer(body.RootElement), interconnect.Dataplane == MagicSeed.GreDataplane, call.HasHeader(TargetHeader, "true"));
        if (body.RootElement.TryGetProperty("bgp", out JsonElement bgp))
        {
            writer.WritePropertyName("bgp");
            bgp.WriteTo(writer);
        }

        // Assumption: the reservation ID of a physical port has no dashes, and that of a GCP partner interconnect isn't shown, so only the name identifies it.
        if (interconnect.Slot is not null)
        {
            writer.WriteString("virtual_port_reservation_id", world.VirtualPortReservation(interconnect).ToString("N"));
        }

        DateTimeOffset created = cni.CreatedOn ?? MagicSeed.CreatedOn(world.MagicKey, cni.Sequence);
        WriteTimes(writer, created, cni.ModifiedOn ?? created);
        writer.WriteEndObject();
    }

    private static void WriteDataplane(Utf8JsonWriter writer, AccountWorld world, CniObject cni, bool isGre)
    {
        writer.WriteBoolean("automatic_return_routing", !isGre);
        if (isGre)
        {
            writer.WriteStartObject("gre");
            writer.WriteString("cloudflare_endpoint", $"172.64.240.{DeterministicHash.Of(world.MagicKey, cni.ConduitName) % 254 + 1}");
            writer.WriteEndObject();
        }
    }

    private static void WriteHealthCheck(Utf8JsonWriter writer, string target, bool isGre, bool isTargetObject)
    {
        writer.WriteStartObject("health_check");
        writer.WriteBoolean("enabled", true);
        writer.WriteString("rate", "mid");
        writer.WriteString("type", "reply");
        writer.WriteString("direction", isGre ? "unidirectional" : "bidirectional");
        if (isTargetObject)
        {
            writer.WriteStartObject("target");
            writer.WriteString("saved", "");
            writer.WriteString("effective", target);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteString("target", target);
        }

        writer.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter writer, AccountWorld world, int place, MagicRoute route, CniObject? cni)
    {
        writer.WriteStartObject();
        writer.WriteString("id", world.RouteId(place));
        writer.WriteString("prefix", route.Prefix);
        writer.WriteString("nexthop", cni is null ? route.NextHop : NextHop(cni));
        writer.WriteNumber("priority", route.Priority);
        if (route.Weight is { } weight)
        {
            writer.WriteNumber("weight", weight);
        }

        if (route.Region is { } region)
        {
            writer.WriteStartObject("scope");
            writer.WriteStartArray("colo_regions");
            writer.WriteStringValue(region);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteString("description", route.Description);
        DateTimeOffset created = MagicSeed.CreatedOn(~world.MagicKey, place);
        WriteTimes(writer, created, created);
        writer.WriteEndObject();
    }

    private static string NextHop(CniObject cni)
    {
        using JsonDocument body = JsonDocument.Parse(cni.Json);
        return Customer(body.RootElement);
    }

    // The customer's end of the link, without the length of its prefix.
    private static string Customer(JsonElement cni) => cni.GetProperty("cust_ip").GetString()!.Split('/')[0];

    private static void WriteTimes(Utf8JsonWriter writer, DateTimeOffset created, DateTimeOffset modified)
    {
        writer.WriteString("created_on", Text(created));
        writer.WriteString("modified_on", Text(modified));
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
