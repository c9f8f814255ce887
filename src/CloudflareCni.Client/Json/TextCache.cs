using System;
using System.Text.Json;
using System.Threading;

namespace CloudflareCni.Client;

/// <summary>Returns one shared string for a short, frequent text, such as a site or a speed. Thread-safe.</summary>
internal sealed class TextCache
{
    private const int Size = 256;
    private const int MaxTextLength = 64;

    private readonly string?[] _texts = new string?[Size];

    /// <summary>Returns the string at the reader's position.</summary>
    public string Get(in Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > MaxTextLength)
        {
            return reader.GetString()!;
        }

        ref string? place = ref _texts[Hash(reader.ValueSpan) % Size];
        string? known = Volatile.Read(ref place);
        if (known is not null && reader.ValueTextEquals(known))
        {
            return known;
        }

        string text = reader.GetString()!;
        Volatile.Write(ref place, text);
        return text;
    }

    /// <summary>Returns the FNV-1a hash of some bytes.</summary>
    public static uint Hash(ReadOnlySpan<byte> text)
    {
        uint hash = 2166136261;
        foreach (byte one in text)
        {
            hash = (hash ^ one) * 16777619;
        }

        return hash;
    }
}
