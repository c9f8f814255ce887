using System;

namespace CloudflareCni.Client;

/// <summary>The end of a PDF as it arrives: <c>%%EOF</c>, with at most 1,024 bytes from there to the last byte that isn't padding.</summary>
/// <remarks>Padding is NUL and white space, of any length: servers and gateways fill up to the size of a block.</remarks>
internal struct PdfTail
{
    private const int Size = 1024;

    private byte[]? _kept;
    private long _padding;

    private static ReadOnlySpan<byte> End => "%%EOF"u8;

    private static ReadOnlySpan<byte> Padding => "\0\t\n\f\r "u8;

    /// <summary>Whether what arrived ends as a PDF does.</summary>
    public readonly bool HasEnd => _kept.AsSpan().IndexOf(End) >= 0;

    /// <summary>Takes the next bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        int content = bytes.Length;
        while (content > 0 && Padding.IndexOf(bytes[content - 1]) >= 0)
        {
            content--;
        }

        if (content > 0)
        {
            // Padding that something follows is content after all; what it was doesn't matter, only how much.
            int taken = Math.Min(content, Size);
            int filler = (int)Math.Min(_padding, Size - taken);
            ReadOnlySpan<byte> before = _kept;
            before = before.Slice(Math.Max(0, before.Length - (Size - taken - filler)));
            byte[] kept = new byte[before.Length + filler + taken];
            before.CopyTo(kept);
            bytes.Slice(content - taken, taken).CopyTo(kept.AsSpan(before.Length + filler));
            _kept = kept;
            _padding = 0;
        }

        _padding += bytes.Length - content;
    }
}
