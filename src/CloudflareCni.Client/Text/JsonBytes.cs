using System;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>What JSON texts begin with, and what reading them may end in.</summary>
internal static class JsonBytes
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The length of the byte order mark; 0 without one.</summary>
    public static int MarkLength(ReadOnlySpan<byte> body) => body.StartsWith(Mark) ? Mark.Length : 0;

    /// <summary>The first byte that is no white space; null when there is none.</summary>
    public static byte? First(ReadOnlySpan<byte> body)
    {
        foreach (byte one in body.Slice(MarkLength(body)))
        {
            if (one is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Whether the reader failed since a text is no JSON, or one that holds what is no text, such as half a character.</summary>
    public static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException;
}
