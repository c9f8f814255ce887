using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CloudflareCni.Sandbox.Bodies;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>The operations on interconnects and their status.</summary>
internal static class InterconnectOperations
{
    public static SandboxResponse List(ApiCall call)
    {
        AccountWorld world = call.World;
        string? site = call.Query.Text("site");
        string? type = call.Query.Text("type");
        IEnumerable<Interconnect> matches = world.Interconnects.From(Paging.Start(call.Query)).Where(interconnect =>
            (site is null || (interconnect.Slot is { } slot && world.Slots.FacilityOf(slot).Site.Equals(site, StringComparison.OrdinalIgnoreCase)))
            && (type is null || interconnect.Type.Equals(type, StringComparison.OrdinalIgnoreCase)));
        return Paging.Page(call.Query, matches, interconnect => interconnect.Sequence, (writer, interconnect) => Write(writer, world, interconnect));
    }

    public static SandboxResponse Get(ApiCall call) => Respond(call, Find(call));

    public static SandboxResponse Create(ApiCall call)
    {
        Interconnect created = InterconnectBody.Create(call.World, call.Body) with { ReadyAt = call.Now + call.ReadyAfter };
        call.World.Add(created);
        return Respond(call, created);
    }

    /// <summary>Assumption: an interconnect that still has CNIs can't be deleted.</summary>
    public static SandboxResponse Delete(ApiCall call)
    {
        Interconnect interconnect = Find(call);
        if (call.World.HasCnis(interconnect))
        {
            throw ApiErrorException.BadRequest($"interconnect {interconnect.Name} still has CNIs: delete them first");
        }

        call.World.Remove(interconnect);
        return SandboxResponse.Deleted;
    }

    public static SandboxResponse Status(ApiCall call)
    {
        Interconnect interconnect = Find(call);
        return Json.Ok(writer =>
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

    /// <summary>Finds the interconnect that the path names.</summary>
    public static Interconnect Find(ApiCall call) => call.World.Interconnects.Find(call.Parameter("icon"))
        ?? throw ApiErrorException.NotFound($"interconnect {call.Parameter("icon")} not found");

    private static SandboxResponse Respond(ApiCall call, Interconnect interconnect) => Json.Ok(writer => Write(writer, call.World, interconnect));

    private static void Write(Utf8JsonWriter writer, AccountWorld world, Interconnect interconnect)
    {
        writer.WriteStartObject();
        writer.WriteString("account", world.Account.Id);
        if (interconnect.Slot is { } slot)
        {
            Facility facility = world.Slots.FacilityOf(slot);
            SlotOperations.WriteFacility(writer, facility);
            writer.WriteString("name", interconnect.Name);
            writer.WriteString("site", facility.Site);
            writer.WriteString("slot_id", world.Slots.Id(slot));
            writer.WriteString("speed", interconnect.Speed);
            writer.WriteString("type", interconnect.Type);
            writer.WriteString("owner", world.Account.Id);
            writer.WriteString("ccr_device_name", world.Slots.Device(slot));
        }
        else
        {
            writer.WriteString("name", interconnect.Name);
            writer.WriteString("region", interconnect.Region);
            writer.WriteString("type", interconnect.Type);
            writer.WriteString("owner", world.Account.Id);
            writer.WriteString("speed", interconnect.Speed);
        }

        writer.WriteString("virtual_port_reservation_id", world.VirtualPortReservation(interconnect));
        writer.WriteEndObject();
    }
}
