using System;
using System.Globalization;

namespace CloudflareCni.Sandbox.World;

/// <summary>An IPv4 address with a prefix length, such as 192.0.2.4/31.</summary>
internal readonly record struct Ipv4Prefix(uint Address, int Length)
{
    public Ipv4Prefix Network => new(Address & Mask, Length);

    private uint Mask => Length == 0 ? 0 : uint.MaxValue << (32 - Length);

    /// <summary>Converts text that is known to be a prefix.</summary>
    /// <exception cref="FormatException">The text isn't a prefix.</exception>
    public static Ipv4Prefix Parse(string text) => TryParse(text, out Ipv4Prefix prefix) ? prefix : throw new FormatException("The text isn't an IPv4 prefix.");

    public static bool TryParse(string text, out Ipv4Prefix prefix)
    {
        prefix = default;
        string[] parts = text.Split('/');
        string[] octets = parts[0].Split('.');
        if (parts.Length != 2 || octets.Length != 4 || !TryNumber(parts[1], 32, out uint length))
        {
            return false;
        }

        uint address = 0;
        foreach (string octet in octets)
        {
            if (!TryNumber(octet, 255, out uint number))
            {
                return false;
            }

            address = (address << 8) | number;
        }

        prefix = new Ipv4Prefix(address, (int)length);
        return true;
    }

    public bool Overlaps(Ipv4Prefix other) => ((Address ^ other.Address) & Mask & other.Mask) == 0;

    public override string ToString() => $"{Address >> 24}.{(Address >> 16) & 255}.{(Address >> 8) & 255}.{Address & 255}/{Length}";

    private static bool TryNumber(string text, uint max, out uint number) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= max && (text.Length == 1 || text[0] != '0');
}
