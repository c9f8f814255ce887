using System;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Helps to read JSON in bytes.</summary>
internal static class JsonBytes
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Returns the length of the byte order mark; 0 if there is none.</summary>
    public static int ByteOrderMarkLength(ReadOnlySpan<byte> body) => body.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;

    /// <summary>Returns the first byte that isn't white space, or <see langword="null"/> if there is none.</summary>
    public static byte? First(ReadOnlySpan<byte> body)
    {
        foreach (byte one in body.Slice(ByteOrderMarkLength(body)))
        {
            if (one is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Determines whether the reader failed because the text isn't JSON, or contains an invalid string, such as one with an unpaired surrogate.</summary>
    public static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException;
}
