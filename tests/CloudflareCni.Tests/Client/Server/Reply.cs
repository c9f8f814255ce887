using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace CloudflareCni.Tests.Client.Server;

/// <summary>An answer to send, byte for byte.</summary>
internal sealed record Reply(int Status, byte[] Body, string? ContentType = "application/json", IReadOnlyDictionary<string, string>? Headers = null)
{
    public static Reply Json(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body));

    public static Reply Html(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body), "text/html; charset=utf-8");

    public static Reply Pdf(byte[] body) => new(200, body, "application/pdf");

    public static Reply Empty(int status) => new(status, [], null);

    public Reply With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers ?? new Dictionary<string, string>()) { [header] = value } };

    public Reply Gzipped()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Body);
        }

        return (this with { Body = packed.ToArray() }).With("Content-Encoding", "gzip");
    }

    /// <summary>Status line and headers.</summary>
    public byte[] Head(long contentLength)
    {
        IEnumerable<string> lines = [$"HTTP/1.1 {Status} Some Words", $"Content-Length: {contentLength}"];
        if (ContentType is not null)
        {
            lines = lines.Append($"Content-Type: {ContentType}");
        }

        lines = lines.Concat((Headers ?? new Dictionary<string, string>()).Select(header => $"{header.Key}: {header.Value}"));
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n");
    }
}
