using System.Globalization;
using System.Linq;
using CsCheck;

namespace CloudflareCni.Tests.Properties;

/// <summary>Generates JSON that matches the API's published schema, with fields that the schema doesn't have yet.</summary>
internal static class ModelGen
{
    public static readonly string[] CniFields = ["id", "account", "interconnect", "cust_ip", "p2p_ip", "magic", "bgp", "bgp_mode"];
    public static readonly string[] MagicFields = ["conduit_name", "description", "mtu"];
    public static readonly string[] BgpFields = ["customer_asn", "extra_prefixes", "md5_key"];
    public static readonly string[] SettingsFields = ["default_asn"];
    public static readonly string[] SlotFields = ["id", "facility", "occupied", "site", "speed", "account", "ccr_device_name"];
    public static readonly string[] FacilityFields = ["name", "address"];
    public static readonly string[] StatusFields = ["state", "reason"];
    public static readonly string[] InterconnectFields =
        ["name", "account", "type", "site", "facility", "slot_id", "region", "speed", "owner", "virtual_port_reservation_id", "ccr_device_name"];

    private static readonly Gen<string> Id = Gen.Guid.Select(id => $"\"{id:D}\"");
    private static readonly Gen<string> Asn = Gen.Long[1, uint.MaxValue].Select(asn => asn.ToString(CultureInfo.InvariantCulture));
    private static readonly Gen<string> Address = Gen.Select(Gen.Byte.Array[4], Gen.Int[0, 32]).Select((octets, length) =>
        $"\"{string.Join('.', octets.Select(octet => octet.ToString(CultureInfo.InvariantCulture)))}/{length.ToString(CultureInfo.InvariantCulture)}\"");

    // The client caches repeated text, so some text is repeated.
    private static readonly Gen<string> Text = Gen.Frequency(
        (1, JsonGen.Literal), (1, JsonGen.Quoted(Cases.Any("fra03", "10G", "direct", "Equinix FR5", "Kruppstraße 121"))));

    private static readonly Gen<string> Facility = JsonGen.ObjectOf(
        FacilityFields, Must("name", Text), Must("address", Text.Array[0, 3].Select(JsonGen.List)));

    public static Gen<string> Cni { get; } = JsonGen.ObjectOf(
        CniFields,
        Must("id", Id),
        Must("account", Text),
        Must("interconnect", Text),
        Must("cust_ip", Address),
        Must("p2p_ip", Address),
        Must("magic", JsonGen.ObjectOf(
            MagicFields,
            Must("conduit_name", JsonGen.Literal),
            Must("description", JsonGen.Literal),
            Must("mtu", Gen.Int.Select(mtu => mtu.ToString(CultureInfo.InvariantCulture))))),
        JsonGen.Optional("bgp", JsonGen.ObjectOf(
            BgpFields,
            Must("customer_asn", Asn),
            Must("extra_prefixes", Address.Array[0, 3].Select(JsonGen.List)),
            JsonGen.Optional("md5_key", JsonGen.Literal))),
        JsonGen.Optional("bgp_mode", Text));

    public static Gen<string> Settings { get; } = JsonGen.ObjectOf(SettingsFields, JsonGen.Optional("default_asn", Asn));

    public static Gen<string> Slot { get; } = JsonGen.ObjectOf(
        SlotFields,
        Must("id", Id),
        Must("facility", Facility),
        Must("occupied", Cases.Any("true", "false")),
        Must("site", Text),
        Must("speed", Text),
        JsonGen.Optional("account", Text),
        JsonGen.Optional("ccr_device_name", Text));

    public static Gen<string> Status { get; } = JsonGen.ObjectOf(StatusFields, Must("state", Text), JsonGen.Optional("reason", JsonGen.Literal));

    /// <summary>A physical interconnect, a GCP partner interconnect, or one of an unknown kind.</summary>
    public static Gen<string> Interconnect { get; } = Gen.OneOf(
        JsonGen.ObjectOf(
            InterconnectFields,
            Must("account", Text),
            Must("facility", Facility),
            Must("name", Text),
            Must("site", Text),
            Must("slot_id", Id),
            Must("speed", Text),
            Must("type", Text),
            JsonGen.Optional("owner", Text),
            JsonGen.Optional("ccr_device_name", Text)),
        JsonGen.ObjectOf(
            InterconnectFields,
            Must("account", Text),
            Must("name", Text),
            Must("region", Text),
            Must("type", Text),
            JsonGen.Optional("speed", Text),
            JsonGen.Optional("virtual_port_reservation_id", Text)),
        JsonGen.ObjectOf(
            InterconnectFields,
            [Must("name", Text), .. InterconnectFields.Where(field => field != "name").Select(field => JsonGen.Optional(field, JsonGen.Value))]));

    private static Gen<string?> Must(string name, Gen<string> value) => JsonGen.Field(name, value).Select(one => (string?)one);
}
