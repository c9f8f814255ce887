using System;
using System.Globalization;

namespace CloudflareCni.Sandbox.World;

/// <summary>Computes values that look random and are the same on every run: each depends only on a key and a position.</summary>
internal static class DeterministicHash
{
    /// <summary>Gets the number at a position.</summary>
    public static ulong Of(ulong key, ulong position)
    {
        // SplitMix64: a short, well-studied generator that can start at any position.
        ulong mixed = unchecked(key + ((position + 1) * 0x9E3779B97F4A7C15));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Gets the number for a text.</summary>
    public static ulong Of(ulong key, string text)
    {
        ulong mixed = Of(key, (ulong)text.Length);
        foreach (char letter in text)
        {
            mixed = Of(mixed, letter);
        }

        return mixed;
    }

    /// <summary>Gets an identifier of 32 hexadecimal digits, the form of account and token IDs.</summary>
    public static string HexId(ulong key, ulong position)
    {
        ulong high = Of(key, position);
        return high.ToString("x16", CultureInfo.InvariantCulture) + Of(high, position).ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>Gets a version 4 UUID.</summary>
    public static Guid Uuid(ulong key, ulong position) => Uuid((uint)Of(key, ~position), key, position);

    /// <summary>Gets a version 4 UUID that starts with the specified 32 bits.</summary>
    public static Guid Uuid(uint first, ulong key, ulong position)
    {
        byte[] high = BitConverter.GetBytes(Of(key, position));
        byte[] low = BitConverter.GetBytes(Of(~key, position));
        return new Guid(
            unchecked((int)first),
            BitConverter.ToInt16(high, 0),
            (short)((BitConverter.ToInt16(high, 2) & 0x0FFF) | 0x4000),
            (byte)((low[0] & 0x3F) | 0x80), low[1], low[2], low[3], low[4], low[5], low[6], low[7]);
    }
}
