using System;

namespace CloudflareCni.Configuration;

/// <summary>What an order needs to know before it spends money.</summary>
internal static class ConfigurationSlots
{
    /// <summary>Finds in what a slot isn't the one that a configuration means. What the API doesn't show contradicts nothing.</summary>
    /// <param name="wanted">The interconnect of the configuration.</param>
    /// <param name="slot">The slot that it names.</param>
    /// <returns>A message; null if nothing contradicts.</returns>
    public static string? Contradiction(ConfigurationObject wanted, CniSlot slot)
    {
        (string Field, string Wanted, string Actual)[] fields =
        [
            ("site", wanted.Text("site"), slot.Site),
            ("facility.name", wanted.Text("facility.name"), slot.Facility.Name),
            ("speed", wanted.Text("speed"), slot.Speed),
        ];
        foreach ((string field, string expected, string actual) in fields)
        {
            if (expected.Length > 0 && actual.Length > 0 && !expected.Equals(actual, StringComparison.OrdinalIgnoreCase))
            {
                return $"Interconnect {wanted.Interconnect} wasn't ordered: slot {slot} has the {field} {DisplayText.Quote(actual)}, but the configuration has {DisplayText.Quote(expected)}. Correct the configuration, or choose another slot.";
            }
        }

        return null;
    }

    /// <summary>Says where a slot is, for the question before the order.</summary>
    public static string Describe(CniSlot slot) => slot.Site.Length == 0 && slot.Facility.Name.Length == 0
        ? ""
        : $" ({string.Join(", ", DisplayText.Escape(slot.Site), DisplayText.Escape(slot.Facility.Name), DisplayText.Escape(slot.Speed))})";

    /// <summary>Makes the order of a GCP partner interconnect.</summary>
    /// <exception cref="CniException">The configuration doesn't say all that the order needs.</exception>
    public static CniGcpPartnerInterconnectCreation GcpPartner(ConfigurationObject wanted)
    {
        if (wanted.PairingKey is not { } key)
        {
            string how = wanted.PairingKeyHash is null
                ? "Add the key's pairing_key_sha256 to the interconnect, and use -PairingKey."
                : $"Use -PairingKey with the key whose SHA-256 hash is {wanted.PairingKeyHash}.";
            throw new CniException(CniErrorKind.ConfigurationRefused, $"Interconnect {wanted.Interconnect} wasn't ordered, because its pairing key isn't known. {how}");
        }

        return wanted["speed"] is string speed
            ? new CniGcpPartnerInterconnectCreation(key, Bandwidths.Check("speed", speed), wanted["type"] as string ?? CniGcpPartnerInterconnectCreation.DefaultType)
            : throw new CniException(
                CniErrorKind.ConfigurationRefused, $"Interconnect {wanted.Interconnect} wasn't ordered, because its bandwidth isn't known. Add speed, such as \"1G\".");
    }
}
