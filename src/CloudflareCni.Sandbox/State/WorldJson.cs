using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using CloudflareCni.Sandbox.Bodies;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.State;

/// <summary>Writes an account's world to the state file and reads it back.</summary>
internal static class WorldJson
{
    private static readonly InterconnectState[] States =
        [InterconnectState.Pending, InterconnectState.Down, InterconnectState.Unhealthy, InterconnectState.Healthy];

    public static void Write(Utf8JsonWriter writer, AccountWorld world)
    {
        writer.WriteStartObject();
        writer.WriteString("account", world.Account.Id);
        writer.WriteNumber("next_sequence", world.NextSequence);
        writer.WriteNumber("default_asn", world.DefaultAsn ?? AccountWorld.CloudflareAsn);
        writer.WriteStartArray("interconnects");
        foreach (Interconnect interconnect in world.Interconnects.From(0))
        {
            Write(writer, interconnect);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("cnis");
        foreach (CniObject cni in world.Cnis.From(0))
        {
            writer.WriteStartObject();
            writer.WriteNumber("sequence", cni.Sequence);
            WriteTime(writer, "created_on", cni.CreatedOn);
            WriteTime(writer, "modified_on", cni.ModifiedOn);
            writer.WritePropertyName("body");
            writer.WriteRawValue(cni.Json);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static AccountWorld Read(JsonElement element, int seed, int slotCount)
    {
        var world = new AccountWorld(Text(element, "account"), seed, slotCount)
        {
            NextSequence = element.GetProperty("next_sequence").GetInt32(),
            DefaultAsn = element.GetProperty("default_asn").GetUInt32(),
        };
        foreach (JsonElement interconnect in element.GetProperty("interconnects").EnumerateArray())
        {
            world.Add(ReadInterconnect(interconnect, world));
        }

        foreach (JsonElement cni in element.GetProperty("cnis").EnumerateArray())
        {
            byte[] body = Encoding.UTF8.GetBytes(cni.GetProperty("body").GetRawText());
            world.Add(CniBody.Restore(world, Sequence(cni, world), body) with { CreatedOn = Time(cni, "created_on"), ModifiedOn = Time(cni, "modified_on") });
        }

        return world;
    }

    private static void Write(Utf8JsonWriter writer, Interconnect interconnect)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", interconnect.Sequence);
        writer.WriteString("name", interconnect.Name);
        writer.WriteString("type", interconnect.Type);
        writer.WriteString("speed", interconnect.Speed);
        if (interconnect.Slot is { } slot)
        {
            writer.WriteNumber("slot", slot);
        }
        else
        {
            writer.WriteString("region", interconnect.Region);
        }

        if (interconnect.Dataplane != Interconnect.DefaultDataplane)
        {
            writer.WriteString("dataplane", interconnect.Dataplane);
        }

        if (interconnect.ReadyAt is { } ready)
        {
            writer.WriteString("ready_at", ready);
        }
        else
        {
            writer.WriteString("state", interconnect.FixedState.ToString());
        }

        if (interconnect.Reason is { } reason)
        {
            writer.WriteString("reason", reason);
        }

        writer.WriteEndObject();
    }

    private static Interconnect ReadInterconnect(JsonElement element, AccountWorld world)
    {
        var interconnect = new Interconnect(Sequence(element, world), Text(element, "name"), Text(element, "type"), Text(element, "speed"))
        {
            Reason = element.TryGetProperty("reason", out JsonElement reason) ? reason.GetString() : null,
            Dataplane = element.TryGetProperty("dataplane", out JsonElement dataplane) ? dataplane.GetString()! : Interconnect.DefaultDataplane,
        };
        interconnect = element.TryGetProperty("ready_at", out JsonElement ready)
            ? interconnect with { ReadyAt = ready.GetDateTimeOffset() }
            : interconnect with { FixedState = State(Text(element, "state")) };
        if (!element.TryGetProperty("slot", out JsonElement number))
        {
            return interconnect with { Region = Text(element, "region") };
        }

        int slot = number.GetInt32();
        return slot >= 0 && slot < world.Slots.Count && !world.IsOccupied(slot)
            ? interconnect with { Slot = slot }
            : throw new FormatException("The slot of an interconnect doesn't exist or isn't free.");
    }

    // A file of an older version doesn't have the time.
    private static DateTimeOffset? Time(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement time) ? time.GetDateTimeOffset() : null;

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            writer.WriteString(name, known);
        }
    }

    private static InterconnectState State(string text) => States.First(state => state.ToString() == text);

    private static int Sequence(JsonElement element, AccountWorld world)
    {
        int sequence = element.GetProperty("sequence").GetInt32();
        return sequence > 0 && sequence < world.NextSequence ? sequence : throw new FormatException("A sequence number is out of range.");
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}
