using System.Globalization;

namespace CloudflareCni.Sandbox.World;

/// <summary>An IPv4 address with a prefix length, written A.B.C.D/N.</summary>
internal readonly record struct Ipv4Prefix(uint Address, int Length)
{
    public Ipv4Prefix Network => new(Address & Mask, Length);

    private uint Mask => Length == 0 ? 0 : uint.MaxValue << (32 - Length);

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

    private static bool TryNumber(string text, uint most, out uint number) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most && (text.Length == 1 || text[0] != '0');
}
