using System.Globalization;

namespace CloudflareCni.Sandbox.World;

/// <summary>Creates and names interconnects. Assumption, because Cloudflare's scheme isn't documented: location and number, unique in the account.</summary>
internal static class InterconnectFactory
{
    public static Interconnect Physical(AccountWorld world, int slot)
    {
        Facility facility = world.Slots.FacilityOf(slot);
        int sequence = world.NextSequence++;
        string name = Name($"{facility.Site}-{facility.ShortName}", sequence);
        return new Interconnect(sequence, name, Interconnect.Direct, world.Slots.Speed(slot)) { Slot = slot };
    }

    public static Interconnect GcpPartner(AccountWorld world, string region, string bandwidth)
    {
        int sequence = world.NextSequence++;
        return new Interconnect(sequence, Name($"gcp-{region}", sequence), Interconnect.GcpPartner, bandwidth) { Region = region };
    }

    private static string Name(string location, int sequence) => $"{location}-{sequence.ToString(CultureInfo.InvariantCulture)}";
}
