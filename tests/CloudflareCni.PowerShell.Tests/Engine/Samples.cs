using System;
using System.Globalization;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Objects for pipelines and responses.</summary>
internal static class Samples
{
    public const string AccountId = "0123456789abcdef0123456789abcdef";

    /// <summary>An account on any server. The server of each test has a different port.</summary>
    public static CniOrigin Origin { get; } = new(AccountId);

    public const string PhysicalName = "fra03-wd6-1";

    public const string GcpName = "gcp-partner-7";

    public static Guid SlotId { get; } = Guid.Parse("a0000000-0000-4000-8000-000000000001");

    public static Guid CniId { get; } = Guid.Parse("b0000000-0000-4000-8000-000000000001");

    public static CniFacility Facility { get; } = new("Equinix FR5", ["Kleyerstrasse 90", "Frankfurt"]);

    public static CniSlot Slot { get; } = new(SlotId, Facility, occupied: true, "FRA03", "10G", origin: Origin);

    public static CniInterconnect Physical { get; } =
        new(PhysicalName, AccountId, "direct", "FRA03", Facility, SlotId, speed: "10G", origin: Origin);

    public static CniInterconnect Gcp { get; } = new(GcpName, AccountId, "gcp_partner", region: "europe-west3", speed: "1G", origin: Origin);

    public static Cni Cni { get; } = new(
        CniId, AccountId, PhysicalName, "172.24.0.0/31", "172.24.0.1/31", new CniMagicSettings("core", "spare", 1500), new CniBgp(64512, []), origin: Origin);

    public static CniInterconnectStatus Status { get; } = new(PhysicalName, "Healthy", null, DateTime.UnixEpoch, Origin);

    public static CniSettings Settings { get; } = new(64512, Origin);

    /// <summary>Gets the ID of the slot that <see cref="SlotJson"/> creates for a number.</summary>
    public static string Id(int number) => number.ToString("00000000", CultureInfo.InvariantCulture) + "-0000-4000-8000-000000000000";

    public static string SlotJson(int number) =>
        $$"""{"id":"{{Id(number)}}","site":"FRA03","facility":{"name":"Equinix FR5","address":["Kleyerstrasse 90"]},"speed":"10G","occupied":false}""";
}
