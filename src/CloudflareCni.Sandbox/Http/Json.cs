using System;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CloudflareCni.Sandbox.Http;

/// <summary>Creates JSON.</summary>
internal static class Json
{
    // Bodies are JSON documents and never part of a web page, so letters don't need to be escaped.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static byte[] Bytes(Action<Utf8JsonWriter> write, bool indented = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, indented ? Readable : Compact))
        {
            write(writer);
        }

        return stream.ToArray();
    }

    public static string Text(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Bytes(write));

    public static SandboxResponse Response(int status, Action<Utf8JsonWriter> write) => new(status, "application/json", Bytes(write));

    public static SandboxResponse Ok(Action<Utf8JsonWriter> write) => Response(200, write);
}
