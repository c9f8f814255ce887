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
            (site is null || (interconnect.Slot is { } slot && world.Slots.Site(slot).Equals(site, StringComparison.OrdinalIgnoreCase)))
            && (type is null || type.Equals(interconnect.Type, StringComparison.OrdinalIgnoreCase)));
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
            CopiedSlot? copied = world.Slots.Copied(slot);
            if (copied is null || copied.Facility is not null)
            {
                SlotOperations.WriteFacility(writer, world.Slots.FacilityOf(slot));
            }

            writer.WriteString("name", interconnect.Name);
            WriteKnown(writer, "site", copied is null ? world.Slots.Site(slot) : copied.Site);
            writer.WriteString("slot_id", world.Slots.Id(slot));
            WriteKnown(writer, "speed", interconnect.Speed);
            WriteKnown(writer, "type", interconnect.Type);
            writer.WriteString("owner", world.Account.Id);
            WriteKnown(writer, "ccr_device_name", world.Slots.Device(slot));
        }
        else
        {
            writer.WriteString("name", interconnect.Name);
            WriteKnown(writer, "region", interconnect.Region);
            WriteKnown(writer, "type", interconnect.Type);
            writer.WriteString("owner", world.Account.Id);
            WriteKnown(writer, "speed", interconnect.Speed);
        }

        writer.WriteString("virtual_port_reservation_id", world.VirtualPortReservation(interconnect));
        writer.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
