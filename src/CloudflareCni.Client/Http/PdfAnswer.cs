using System;
using System.IO;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Copies a PDF, and makes sure that it is one and whole.</summary>
internal static class PdfAnswer
{
    private const int BufferSize = 32 * 1024;
    private const int TailSize = 1024;

    private static ReadOnlySpan<byte> Start => "%PDF-"u8;

    private static ReadOnlySpan<byte> End => "%%EOF"u8;

    /// <summary>Copies the body. Nothing is written of a body that does not begin as a PDF.</summary>
    /// <returns>How many bytes were copied.</returns>
    public static async Task<long> CopyAsync(ApiAnswer answer, Stream destination)
    {
        byte[] buffer = new byte[BufferSize];
        byte[] tail = [];
        long copied = 0;
        int filled = await FillAsync(answer, buffer, Start.Length).ConfigureAwait(false);
        if (!buffer.AsSpan(0, filled).StartsWith(Start))
        {
            throw await NoPdfAsync(answer, buffer, filled).ConfigureAwait(false);
        }

        while (filled > 0)
        {
            await destination.WriteAsync(buffer, 0, filled, answer.Token).ConfigureAwait(false);
            tail = Tail(tail, buffer, filled);
            copied += filled;
            filled = await answer.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false);
        }

        return tail.AsSpan().IndexOf(End) >= 0 ? copied : throw answer.Unusable($"it is no whole PDF: after {copied} bytes the end of one is missing");
    }

    private static async Task<int> FillAsync(ApiAnswer answer, byte[] buffer, int least, int filled = 0)
    {
        int read = 1;
        while (filled < least && read > 0)
        {
            read = await answer.ReadAsync(buffer, filled, buffer.Length - filled).ConfigureAwait(false);
            filled += read;
        }

        return filled;
    }

    private static byte[] Tail(byte[] before, byte[] buffer, int filled)
    {
        int kept = Math.Min(before.Length, Math.Max(0, TailSize - filled));
        int taken = Math.Min(filled, TailSize);
        byte[] tail = new byte[kept + taken];
        Buffer.BlockCopy(before, before.Length - kept, tail, 0, kept);
        Buffer.BlockCopy(buffer, filled - taken, tail, kept, taken);
        return tail;
    }

    private static async Task<CniApiException> NoPdfAsync(ApiAnswer answer, byte[] buffer, int filled)
    {
        filled = await FillAsync(answer, buffer, buffer.Length, filled).ConfigureAwait(false);
        ReadOnlyMemory<byte> body = buffer.AsMemory(0, filled);
        try
        {
            if (Envelope.Open(body).Failed)
            {
                return answer.NoSuccess(body);
            }
        }
        catch (Exception exception) when (JsonBytes.IsUnreadable(exception))
        {
        }

        return answer.Unusable(
            JsonBytes.First(body.Span) is null ? "its body is empty"
            : ErrorBody.IsHtml(body.Span) ? "it is a page of HTML, not a PDF: something between here and Cloudflare may have answered"
            : "it is no PDF");
    }
}
