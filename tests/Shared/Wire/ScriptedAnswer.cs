using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Wire;

/// <summary>A response to send, byte for byte: complete, late or broken.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body's bytes.</param>
/// <param name="ContentType">The body's type, or <see langword="null"/> for no header.</param>
internal sealed record ScriptedAnswer(int Status, byte[] Body, string? ContentType = "application/json")
{
    private static readonly Dictionary<string, string> RayAlone = new() { ["cf-ray"] = ScriptedServer.Ray };

    /// <summary>Initializes a new instance of the <see cref="ScriptedAnswer"/> class.</summary>
    public ScriptedAnswer(int status, string body)
        : this(status, Encoding.UTF8.GetBytes(body)) => Headers = RayAlone;

    /// <summary>Gets additional headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets a task that the server waits for before it responds.</summary>
    public Task BeforeHeaders { get; init; } = Task.CompletedTask;

    /// <summary>Gets a task that the server waits for between the headers and the body.</summary>
    public Task BeforeBody { get; init; } = Task.CompletedTask;

    /// <summary>Gets a task that the server waits for in the middle of the body.</summary>
    public Task BeforeEnd { get; init; } = Task.CompletedTask;

    /// <summary>Gets a value indicating whether to reset the connection instead of sending a response.</summary>
    public bool Reset { get; init; }

    /// <summary>Gets a value indicating whether to close the connection in the middle of the body.</summary>
    public bool Truncate { get; init; }

    public static ScriptedAnswer Json(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body));

    public static ScriptedAnswer Html(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body), "text/html; charset=utf-8");

    public static ScriptedAnswer Pdf(byte[] body) => new(200, body, "application/pdf");

    public static ScriptedAnswer Empty(int status) => new(status, [], null);

    /// <summary>Creates a successful response with a <c>cf-ray</c>.</summary>
    public static ScriptedAnswer Ok(string body) => new(200, body);

    /// <summary>Creates a page of a list with a <c>cf-ray</c>.</summary>
    /// <param name="next">The cursor of the next page, or <see langword="null"/> on the last page.</param>
    /// <param name="items">The objects as JSON.</param>
    public static ScriptedAnswer Page(long? next, params IEnumerable<string> items) =>
        Ok($$"""{"items":[{{string.Join(",", items)}}],"next":{{next?.ToString(CultureInfo.InvariantCulture) ?? "null"}}}""");

    /// <summary>Creates an error of Cloudflare's gateway with a <c>cf-ray</c>.</summary>
    public static ScriptedAnswer Failure(int status, string message) =>
        new(status, $$"""{"success":false,"errors":[{"code":1234,"message":"{{message}}"}],"messages":[],"result":null}""");

    /// <summary>Returns the same response with another header.</summary>
    public ScriptedAnswer With(string header, string value)
    {
        Dictionary<string, string> headers = Headers.ToDictionary(pair => pair.Key, pair => pair.Value);
        headers[header] = value;
        return this with { Headers = headers };
    }

    public ScriptedAnswer Gzipped()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Body, 0, Body.Length);
        }

        return (this with { Body = packed.ToArray() }).With("Content-Encoding", "gzip");
    }

    /// <summary>Returns the status line and the headers.</summary>
    public byte[] Head(long contentLength)
    {
        List<string> lines = [$"HTTP/1.1 {Status} Scripted", $"Content-Length: {contentLength}"];
        if (ContentType is not null)
        {
            lines.Add($"Content-Type: {ContentType}");
        }

        lines.AddRange(Headers.Select(header => $"{header.Key}: {header.Value}"));
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n");
    }
}
