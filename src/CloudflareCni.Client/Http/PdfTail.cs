using System;

namespace CloudflareCni.Client;

/// <summary>Detects the end of a PDF as it arrives: <c>%%EOF</c>, at most 1,024 bytes before the last byte that isn't padding.</summary>
/// <remarks>Padding is NUL and white space, of any length: some servers and gateways fill the last block.</remarks>
internal struct PdfTail
{
    private const int Size = 1024;

    private byte[]? _kept;
    private long _padding;

    private static ReadOnlySpan<byte> End => "%%EOF"u8;

    private static ReadOnlySpan<byte> Padding => "\0\t\n\f\r "u8;

    /// <summary>Gets a value indicating whether the bytes so far end like a PDF.</summary>
    public readonly bool HasEnd => _kept.AsSpan().IndexOf(End) >= 0;

    /// <summary>Adds the next bytes.</summary>
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
            // Padding that is followed by something is content. Only its length matters.
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
