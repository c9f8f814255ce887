using System.Net;
using System.Net.Sockets;

namespace CloudflareCni;

/// <summary>An IPv4 address with its prefix length, in the API's format <c>A.B.C.D/N</c>.</summary>
public readonly record struct IpPrefix
{
    private const int Bits = 32;
    private const int Octets = 4;
    private const string Form = "Write it as A.B.C.D/N, such as 192.0.2.0/31.";

    private readonly uint _address;

    private IpPrefix(uint address, int length)
    {
        _address = address;
        Length = length;
    }

    /// <summary>Gets the address, including its host bits.</summary>
    public IPAddress Address => new(new[] { (byte)(_address >> 24), (byte)(_address >> 16), (byte)(_address >> 8), (byte)_address });

    /// <summary>Gets the prefix length in bits, 0 to 32.</summary>
    public int Length { get; }

    /// <summary>Gets the first address of the prefix, with the same length.</summary>
    public IpPrefix Network => new(_address & Mask, Length);

    /// <summary>Gets a value indicating whether the address is the first of its prefix: no host bit is set.</summary>
    public bool IsNetworkAddress => (_address & ~Mask) == 0;

    /// <summary>Gets a value indicating whether the address is the last of its prefix: every host bit is set.</summary>
    public bool IsBroadcastAddress => (_address | Mask) == uint.MaxValue;

    // C# uses a shift count modulo 32, so a shift by 32 would change nothing.
    private uint Mask => Length == 0 ? 0 : uint.MaxValue << (Bits - Length);

    /// <summary>Determines whether two addresses are in the same prefix: same length, same network.</summary>
    /// <param name="other">The other address.</param>
    /// <returns><see langword="true"/> if they are; otherwise, <see langword="false"/>.</returns>
    public bool SameNetwork(IpPrefix other) => Network == other.Network;

    /// <summary>Reads <c>A.B.C.D/N</c>: decimal numbers without leading zeros or white space.</summary>
    /// <param name="text">The text.</param>
    /// <param name="prefix">The address and its prefix length.</param>
    /// <returns><see langword="true"/> if the text could be read; otherwise, <see langword="false"/>.</returns>
    public static bool TryParse(string? text, out IpPrefix prefix) => Read(text, out prefix) is null;

    /// <summary>Reads <c>A.B.C.D/N</c>: decimal numbers without leading zeros or white space.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="text">The text.</param>
    /// <returns>The address and its prefix length.</returns>
    /// <exception cref="CniArgumentException">The text has another format.</exception>
    public static IpPrefix Parse(string parameterName, string? text) =>
        Read(text, out IpPrefix prefix) is { } reason ? throw new CniArgumentException(parameterName, reason) : prefix;

    /// <summary>Returns the address and the prefix length.</summary>
    /// <returns><c>A.B.C.D/N</c>.</returns>
    public override string ToString() => $"{Address}/{DisplayText.Number(Length)}";

    internal IpPrefix WithLength(int length) => new(_address, length);

    // Returns why the text can't be read, or null if it can.
    private static string? Read(string? text, out IpPrefix prefix)
    {
        prefix = default;
        if (string.IsNullOrEmpty(text))
        {
            return $"An empty string isn't an IPv4 prefix. {Form}";
        }

        int slash = text!.IndexOf('/');
        int end = slash < 0 ? text.Length : slash;
        if (text.IndexOf(':') >= 0 && IPAddress.TryParse(text.Substring(0, end), out IPAddress? ip) && ip.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return $"{DisplayText.Quote(text)} is an IPv6 address, but the CNI API accepts only IPv4 here. {Form}";
        }

        int dots = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return $"{DisplayText.Quote(text)} contains white space. {Form}";
            }

            dots += i < end && text[i] == '.' ? 1 : 0;
        }

        if (dots != Octets - 1)
        {
            return $"{DisplayText.Quote(text)} isn't an IPv4 prefix. {Form}";
        }

        uint value = 0;
        for (int start = 0; start <= end;)
        {
            int dot = text.IndexOf('.', start, end - start);
            int next = dot < 0 ? end : dot;
            if (!TryReadNumber(text, start, next, byte.MaxValue, out int number))
            {
                return $"{DisplayText.Quote(text.Substring(start, next - start))} in {DisplayText.Quote(text)} isn't a number from 0 to 255 without leading zeros. {Form}";
            }

            value = (value << 8) | (uint)number;
            start = next + 1;
        }

        if (slash < 0)
        {
            return $"{DisplayText.Quote(text)} has no prefix length. {Form}";
        }

        if (!TryReadNumber(text, slash + 1, text.Length, Bits, out int length))
        {
            return $"The prefix length {DisplayText.Quote(text.Substring(slash + 1))} of {DisplayText.Quote(text)} isn't a number from 0 to 32 without leading zeros. {Form}";
        }

        prefix = new IpPrefix(value, length);
        return null;
    }

    private static bool TryReadNumber(string text, int start, int end, int max, out int number)
    {
        number = 0;
        if (end - start is < 1 or > 3 || (end - start > 1 && text[start] == '0'))
        {
            return false;
        }

        for (int i = start; i < end; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }

            number = (number * 10) + (text[i] - '0');
        }

        return number <= max;
    }
}
