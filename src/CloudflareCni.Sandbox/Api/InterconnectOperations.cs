using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>Interconnects and their status.</summary>
internal static class InterconnectOperations
{
    private static readonly string[] Bandwidths = ["50M", "100M", "200M", "300M", "400M", "500M", "1G", "2G", "5G", "10G", "20G", "50G"];

    public static SandboxResponse List(Call call)
    {
        AccountWorld world = call.World;
        string? site = call.Query.Text("site");
        string? type = call.Query.Text("type");
        IEnumerable<Interconnect> matches = world.Interconnects.From(Paging.Start(call.Query)).Where(interconnect =>
            (site is null || (interconnect.Slot is { } slot && world.Slots.FacilityOf(slot).Site.Equals(site, StringComparison.OrdinalIgnoreCase)))
            && (type is null || interconnect.Type.Equals(type, StringComparison.OrdinalIgnoreCase)));
        return Paging.Answer(call.Query, matches, interconnect => interconnect.Sequence, (writer, interconnect) => Write(writer, world, interconnect));
    }

    public static SandboxResponse Get(Call call)
    {
        Interconnect interconnect = Named(call);
        return Json.Answer(writer => Write(writer, call.World, interconnect));
    }

    /// <summary>Assumption: no type but the two that are published is taken, and a slot supports exactly the speed that it shows.</summary>
    public static SandboxResponse Create(Call call)
    {
        BodyReader body = BodyReader.Open(call.Body);
        body.RequireAccount(call.World.AccountId);
        Interconnect created = body.Text("type") switch
        {
            Interconnect.Direct => Physical(call.World, body),
            Interconnect.GcpPartner => GcpPartner(call.World, body),
            not null => throw body.Rejection("type", $"must be {Interconnect.Direct} or {Interconnect.GcpPartner}"),
            null => throw body.Rejection(),
        };
        created = created with { ReadyAt = call.Now + call.ReadyAfter };
        call.World.Add(created);
        return Json.Answer(writer => Write(writer, call.World, created));
    }

    /// <summary>Assumption: an interconnect that still hosts CNIs stays.</summary>
    public static SandboxResponse Delete(Call call)
    {
        Interconnect interconnect = Named(call);
        if (call.World.Hosts(interconnect.Name))
        {
            throw ApiProblem.BadRequest($"interconnect {interconnect.Name} still hosts CNIs: delete these first");
        }

        call.World.Remove(interconnect);
        return Answers.Deleted;
    }

    public static SandboxResponse Status(Call call)
    {
        Interconnect interconnect = Named(call);
        return Json.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("state", interconnect.StateAt(call.Now).ToString());
            if (interconnect.Reason is { } reason)
            {
                writer.WriteString("reason", reason);
            }

            writer.WriteEndObject();
        });
    }

    /// <summary>The interconnect that the path names.</summary>
    public static Interconnect Named(Call call) => call.World.Interconnects.Find(call.Parameter("icon"))
        ?? throw ApiProblem.NotFound($"interconnect {call.Parameter("icon")} not found");

    private static Interconnect Physical(AccountWorld world, BodyReader body)
    {
        Guid? id = body.Uuid("slot_id");
        string? speed = body.Text("speed", required: false);
        if (id is not { } slotId)
        {
            throw body.Rejection();
        }

        if (!world.Slots.TryFind(slotId, out int slot))
        {
            throw body.Rejection("slot_id", "no such slot");
        }

        if (world.IsOccupied(slot))
        {
            body.Reject("slot_id", "the slot is occupied");
        }

        if (speed is not null && speed != world.Slots.Speed(slot))
        {
            body.Reject("speed", $"the slot supports {world.Slots.Speed(slot)} only");
        }

        body.ThrowIfRejected();
        return InterconnectFactory.Physical(world, slot);
    }

    private static Interconnect GcpPartner(AccountWorld world, BodyReader body)
    {
        string? bandwidth = body.Text("bandwidth");
        if (bandwidth is not null && Array.IndexOf(Bandwidths, bandwidth) < 0)
        {
            body.Reject("bandwidth", $"must be one of {string.Join(", ", Bandwidths)}");
        }

        string? region = null;
        if (body.Text("pairing_key") is { } pairingKey && !TryReadRegion(pairingKey, out region))
        {
            // The key itself stays out of the answer.
            body.Reject("pairing_key", "must be a key as Google Cloud shows it: UUID/region/zone");
        }

        body.ThrowIfRejected();
        return InterconnectFactory.GcpPartner(world, region!, bandwidth!);
    }

    private static bool TryReadRegion(string pairingKey, out string? region)
    {
        string[] parts = pairingKey.Split('/');
        region = parts.Length == 3 ? parts[1] : null;
        return region is { Length: > 0 }
            && Guid.TryParseExact(parts[0], "D", out _)
            && region.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            && (parts[2] == "any" || (parts[2].Length is > 0 and <= 2 && parts[2].All(digit => digit is >= '0' and <= '9')));
    }

    private static void Write(Utf8JsonWriter writer, AccountWorld world, Interconnect interconnect)
    {
        writer.WriteStartObject();
        writer.WriteString("account", world.AccountId);
        if (interconnect.Slot is { } slot)
        {
            Facility facility = world.Slots.FacilityOf(slot);
            SlotOperations.WriteFacility(writer, facility);
            writer.WriteString("name", interconnect.Name);
            writer.WriteString("site", facility.Site);
            writer.WriteString("slot_id", world.Slots.Id(slot));
            writer.WriteString("speed", interconnect.Speed);
            writer.WriteString("type", interconnect.Type);
            writer.WriteString("owner", world.AccountId);
            writer.WriteString("ccr_device_name", world.Slots.Device(slot));
        }
        else
        {
            writer.WriteString("name", interconnect.Name);
            writer.WriteString("region", interconnect.Region);
            writer.WriteString("type", interconnect.Type);
            writer.WriteString("owner", world.AccountId);
            writer.WriteString("speed", interconnect.Speed);
        }

        writer.WriteString("virtual_port_reservation_id", world.VirtualPortReservation(interconnect));
        writer.WriteEndObject();
    }
}
