using System.Globalization;

namespace CloudflareCni.Sandbox.World;

/// <summary>Creates and names interconnects. Assumption, because Cloudflare's scheme isn't documented: location and number, unique in the account.</summary>
internal static class InterconnectFactory
{
    // The properties of a slot in a copied account may not be known.
    private const string UnknownLocation = "slot";
    private const string UnknownSpeed = "10G";

    public static Interconnect Physical(AccountWorld world, int slot, string? speed = null)
    {
        (int sequence, string name) = Name(world, Location(world.Slots.Site(slot), world.Slots.FacilityOf(slot)));
        string shown = world.Slots.Speed(slot);
        return new Interconnect(sequence, name, Interconnect.Direct, shown.Length > 0 ? shown : speed ?? UnknownSpeed) { Slot = slot };
    }

    public static Interconnect GcpPartner(AccountWorld world, string region, string bandwidth)
    {
        (int sequence, string name) = Name(world, $"gcp-{region}");
        return new Interconnect(sequence, name, Interconnect.GcpPartner, bandwidth) { Region = region };
    }

    private static string Location(string site, Facility facility) => (site, facility.ShortName) switch
    {
        ("", _) => UnknownLocation,
        (_, "") => site,
        _ => $"{site}-{facility.ShortName}",
    };

    // The names in a copied account already have numbers, which must not be used again.
    private static (int Sequence, string Name) Name(AccountWorld world, string location)
    {
        while (true)
        {
            int sequence = world.NextSequence++;
            string name = $"{location}-{sequence.ToString(CultureInfo.InvariantCulture)}";
            if (world.Interconnects.Find(name) is null)
            {
                return (sequence, name);
            }
        }
    }
}
