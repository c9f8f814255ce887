using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CloudflareCni.Sandbox.Bodies;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.State;

/// <summary>Reads a configuration file as an account: its settings, interconnects with their slots, and CNIs.</summary>
internal static class ConfigurationFile
{
    private const int DefaultMtu = 1500;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the file. What it doesn't say is as in any new account of the sandbox.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <param name="seed">The seed for everything that the file doesn't have.</param>
    /// <param name="slotCount">The number of slots beside those of the file.</param>
    /// <exception cref="InvalidDataException">The file can't be an account.</exception>
    public static AccountWorld Read(string path, int seed, int slotCount)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return Read(document.RootElement, seed, slotCount);
        }
        catch (ApiErrorException exception)
        {
            throw new InvalidDataException($"The configuration file '{path}' has a CNI that the sandbox refuses: {string.Join("; ", exception.Reasons)}.", exception);
        }
        catch (Exception exception) when (
            exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The configuration file '{path}' can't be used. Test-CniConfiguration shows what is wrong with it.", exception);
        }
    }

    private static AccountWorld Read(JsonElement root, int seed, int slotCount)
    {
        var world = new AccountWorld(Text(root, "account") ?? Account.DefaultId, seed, slotCount) { IsCopy = true };
        if (root.TryGetProperty("settings", out JsonElement settings) && settings.TryGetProperty("default_asn", out JsonElement asn))
        {
            world.DefaultAsn = asn.ValueKind == JsonValueKind.Null ? null : asn.GetUInt32();
        }

        foreach (JsonElement interconnect in Items(root, "interconnects"))
        {
            world.Add(ReadInterconnect(interconnect, world));
        }

        // A CNI without addresses gets one that no other CNI of the file has.
        foreach (JsonElement cni in Items(root, "cnis").OrderBy(cni => Text(cni, "cust_ip") is null || Text(cni, "p2p_ip") is null))
        {
            int sequence = world.NextSequence++;
            world.Add(CniBody.Restore(world, sequence, Json.Bytes(writer => WriteCni(writer, cni, world, sequence))));
        }

        return world;
    }

    private static Interconnect ReadInterconnect(JsonElement element, AccountWorld world)
    {
        string name = Text(element, "name") ?? throw new FormatException("An interconnect has no name.");
        var interconnect = new Interconnect(world.NextSequence++, name, Text(element, "type"), Text(element, "speed"));
        return Text(element, "slot_id") is { } id
            ? interconnect with { Slot = AddSlot(element, Guid.Parse(id), world) }
            : interconnect with { Region = Text(element, "region") };
    }

    private static int AddSlot(JsonElement element, Guid id, AccountWorld world)
    {
        string? site = Text(element, "site");
        return world.Slots.Add(new CopiedSlot(id)
        {
            Site = site,
            Facility = element.TryGetProperty("facility", out JsonElement facility) && facility.ValueKind == JsonValueKind.Object ? ReadFacility(facility, site) : null,
            Speed = Text(element, "speed"),
            Device = Text(element, "ccr_device_name"),
        });
    }

    private static Facility ReadFacility(JsonElement element, string? site)
    {
        string name = Text(element, "name") ?? "";
        string[] address = Items(element, "address").Select(line => line.GetString() ?? "").ToArray();

        // The short name is for the names of new interconnects only.
        string shortName = Facility.All.FirstOrDefault(known => known.Name == name)?.ShortName
            ?? new string(name.ToLowerInvariant().Where(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9')).ToArray());
        return new Facility(site ?? "", name, shortName, address);
    }

    private static void WriteCni(Utf8JsonWriter writer, JsonElement cni, AccountWorld world, int sequence)
    {
        writer.WriteStartObject();
        writer.WriteString("id", world.CniId(sequence));
        writer.WriteString("account", world.Account.Id);
        writer.WriteString("interconnect", Text(cni, "interconnect"));
        WriteAddresses(writer, cni, world);
        JsonElement magic = cni.GetProperty("magic");
        writer.WriteStartObject("magic");
        writer.WriteString("conduit_name", Text(magic, "conduit_name"));
        writer.WriteString("description", Text(magic, "description") ?? "");
        writer.WriteNumber("mtu", magic.TryGetProperty("mtu", out JsonElement mtu) ? mtu.GetInt32() : DefaultMtu);
        writer.WriteEndObject();
        if (cni.TryGetProperty("bgp", out JsonElement bgp) && bgp.ValueKind == JsonValueKind.Object)
        {
            WriteSession(writer, bgp);
        }

        if (Text(cni, "bgp_mode") is { } mode)
        {
            writer.WriteString("bgp_mode", mode);
        }

        writer.WriteEndObject();
    }

    private static void WriteAddresses(Utf8JsonWriter writer, JsonElement cni, AccountWorld world)
    {
        if (Text(cni, "cust_ip") is { } custIp && Text(cni, "p2p_ip") is { } p2pIp)
        {
            writer.WriteString("cust_ip", custIp);
            writer.WriteString("p2p_ip", p2pIp);
        }
        else if (world.TryTakeLink(out Ipv4Prefix link))
        {
            // The CNI takes the link again when it is added.
            world.ReleaseLink(link);
            writer.WriteString("cust_ip", link.ToString());
            writer.WriteString("p2p_ip", (link with { Address = link.Address + 1 }).ToString());
        }
    }

    private static void WriteSession(Utf8JsonWriter writer, JsonElement bgp)
    {
        writer.WriteStartObject("bgp");
        writer.WritePropertyName("customer_asn");
        bgp.GetProperty("customer_asn").WriteTo(writer);
        writer.WriteStartArray("extra_prefixes");
        foreach (JsonElement prefix in Items(bgp, "extra_prefixes"))
        {
            prefix.WriteTo(writer);
        }

        writer.WriteEndArray();
        if (Text(bgp, "md5_key") is { } key)
        {
            writer.WriteString("md5_key", key);
        }

        writer.WriteEndObject();
    }

    private static List<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
