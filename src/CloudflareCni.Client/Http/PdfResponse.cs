using System;
using System.IO;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Copies a PDF, and makes sure that it is one and whole.</summary>
/// <remarks>As PDF readers do: the header may stand anywhere in the first 1,024 bytes, behind a byte order mark or a line break.</remarks>
internal static class PdfResponse
{
    private const int BufferSize = 32 * 1024;
    private const int HeadSize = 1024;

    private static ReadOnlySpan<byte> Start => "%PDF-"u8;

    /// <summary>Copies the body as it is. Nothing is written of a body that does not begin as a PDF.</summary>
    /// <returns>How many bytes were copied.</returns>
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

        return tail.HasEnd ? copied : throw answer.Unusable($"it is no whole PDF: after {copied} bytes the end of one is missing");
    }

    // A page of HTML may quote a PDF's header.
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
            JsonBytes.First(body.Span) is null ? "its body is empty"
            : ErrorBody.IsHtml(body.Span) ? "it is a page of HTML, not a PDF: something between here and Cloudflare may have answered"
            : "it is no PDF");
    }
}
