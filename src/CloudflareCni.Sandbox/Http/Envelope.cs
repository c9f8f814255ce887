using System;
using System.Text.Json;

namespace CloudflareCni.Sandbox.Http;

/// <summary>Cloudflare's envelope, which wraps the gateway's errors and the responses that aren't part of CNI.</summary>
internal static class Envelope
{
    public static SandboxResponse Error(int status, int code, string message) => Json.Response(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", false);
        writer.WriteStartArray("errors");
        WriteMessage(writer, code, message);
        writer.WriteEndArray();
        writer.WriteStartArray("messages");
        writer.WriteEndArray();
        writer.WriteNull("result");
        writer.WriteEndObject();
    });

    public static SandboxResponse Result(
        Action<Utf8JsonWriter> writeResult, Action<Utf8JsonWriter>? writeMore = null, (int Code, string Text)? message = null) => Json.Response(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", true);
        writer.WriteStartArray("errors");
        writer.WriteEndArray();
        writer.WriteStartArray("messages");
        if (message is { } present)
        {
            WriteMessage(writer, present.Code, present.Text);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("result");
        writeResult(writer);
        writeMore?.Invoke(writer);
        writer.WriteEndObject();
    });

    public static void WriteMessage(Utf8JsonWriter writer, int code, string message)
    {
        writer.WriteStartObject();
        writer.WriteNumber("code", code);
        writer.WriteString("message", message);
        writer.WriteEndObject();
    }
}
