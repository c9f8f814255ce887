using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>The operations on slots.</summary>
internal static class SlotOperations
{
    public static SandboxResponse List(ApiCall call) => Paging.Page(
        call.Query, Matching(call.World, call.Query), slot => slot, (writer, slot) => Write(writer, call.World, slot));

    public static SandboxResponse Get(ApiCall call)
    {
        Guid id = call.Uuid("slot");
        return call.World.TryFindSlot(id, out int slot)
            ? Json.Ok(writer => Write(writer, call.World, slot))
            : throw ApiErrorException.NotFound($"slot {id} not found");
    }

    public static void WriteFacility(Utf8JsonWriter writer, Facility facility)
    {
        writer.WriteStartObject("facility");
        writer.WriteStartArray("address");
        foreach (string line in facility.Address)
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
        writer.WriteString("name", facility.Name);
        writer.WriteEndObject();
    }

    private static IEnumerable<int> Matching(AccountWorld world, Query query)
    {
        string? site = query.Text("site");
        string? speed = query.Text("speed");
        string? address = query.Text("address_contains");
        bool? occupied = query.Boolean("occupied");
        int start = Paging.Start(query);

        // Checked once for each facility, not for each slot.
        bool[] matches = [.. Facility.All.Select(facility => Matches(facility.Site, facility))];
        return Scan();

        bool Matches(string itsSite, Facility facility) =>
            (site is null || itsSite.Equals(site, StringComparison.OrdinalIgnoreCase)) && (address is null || facility.AddressContains(address));

        IEnumerable<int> Scan()
        {
            for (int slot = start; slot < world.Slots.Count; slot++)
            {
                if ((world.Slots.Copied(slot) is null ? matches[world.Slots.FacilityNumber(slot)] : Matches(world.Slots.Site(slot), world.Slots.FacilityOf(slot)))
                    && (speed is null || world.Slots.Speed(slot).Equals(speed, StringComparison.OrdinalIgnoreCase))
                    && (occupied is null || world.IsOccupied(slot) == occupied))
                {
                    yield return slot;
                }
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, AccountWorld world, int slot)
    {
        string? occupant = world.Occupant(slot);
        Facility facility = world.Slots.FacilityOf(slot);
        writer.WriteStartObject();
        writer.WriteString("id", world.Slots.Id(slot));
        WriteFacility(writer, facility);
        writer.WriteBoolean("occupied", occupant is not null);
        writer.WriteString("site", world.Slots.Site(slot));
        writer.WriteString("speed", world.Slots.Speed(slot));
        if (occupant is not null)
        {
            writer.WriteString("account", occupant);
        }

        if (world.Slots.Device(slot) is { } device)
        {
            writer.WriteString("ccr_device_name", device);
        }

        writer.WriteEndObject();
    }
}
