using System;
using System.IO;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Copies a PDF, and checks that it is a complete PDF.</summary>
/// <remarks>As in PDF readers, the header can be anywhere in the first 1,024 bytes, for example after a byte order mark or a line break.</remarks>
internal static class PdfResponse
{
    private const int BufferSize = 32 * 1024;
    private const int HeadSize = 1024;

    private static ReadOnlySpan<byte> Start => "%PDF-"u8;

    /// <summary>Copies the body unchanged. Nothing is written if the body doesn't begin like a PDF.</summary>
    /// <returns>The number of bytes that were copied.</returns>
    public static async Task<long> CopyAsync(ApiResponse answer, Stream destination)
    {
        byte[] buffer = new byte[BufferSize];
        var tail = new PdfTail();
        long copied = 0;
        int filled = await FillAsync(answer, buffer, HeadSize).ConfigureAwait(false);
        if (!BeginsAsPdf(buffer.AsSpan(0, Math.Min(filled, HeadSize))))
        {
            throw await NoPdfAsync(answer, buffer, filled).ConfigureAwait(false);
        }

        while (filled > 0)
        {
            await destination.WriteAsync(buffer, 0, filled, answer.Token).ConfigureAwait(false);
            tail.Add(buffer.AsSpan(0, filled));
            copied += filled;
            filled = await answer.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false);
        }

        return tail.HasEnd ? copied : throw answer.Unusable($"the PDF is incomplete: its end is missing after {copied} bytes");
    }

    // An HTML page can quote a PDF header.
    private static bool BeginsAsPdf(ReadOnlySpan<byte> head) => head.IndexOf(Start) switch
    {
        < 0 => false,
        0 => true,
        int start => !ErrorBody.IsHtml(head.Slice(0, start)),
    };

    private static async Task<int> FillAsync(ApiResponse answer, byte[] buffer, int least, int filled = 0)
    {
        int read = 1;
        while (filled < least && read > 0)
        {
            read = await answer.ReadAsync(buffer, filled, buffer.Length - filled).ConfigureAwait(false);
            filled += read;
        }

        return filled;
    }

    private static async Task<CniApiException> NoPdfAsync(ApiResponse answer, byte[] buffer, int filled)
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
            JsonBytes.First(body.Span) is null ? "it's empty"
            : ErrorBody.IsHtml(body.Span) ? "it's an HTML page instead of a PDF. A proxy or firewall on the way to Cloudflare may have returned it"
            : "it isn't a PDF");
    }
}
