using System;
using System.Collections.Generic;

namespace CloudflareCni.Sandbox.Http;

/// <summary>Ends an operation with an error response.</summary>
internal sealed class ApiErrorException(SandboxResponse response) : Exception
{
    public SandboxResponse Response { get; } = response;

    /// <summary>Gets what is wrong, for an error of the CNI service; empty for one of the gateway.</summary>
    public IReadOnlyList<string> Reasons { get; private init; } = [];

    public static ApiErrorException BadRequest(params IReadOnlyList<string> reasons) => FromService(400, reasons);

    public static ApiErrorException NotFound(string reason) => FromService(404, [reason]);

    public static ApiErrorException Conflict(string reason) => FromService(409, [reason]);

    /// <summary>Creates an error of Cloudflare's gateway.</summary>
    public static ApiErrorException FromGateway(int status, int code, string message) => new(Envelope.Error(status, code, message));

    /// <summary>
    /// Creates an error of the CNI service itself. Assumption, because the reference has no body for these: <c>{"errors": [{code, message}]}</c>,
    /// with one entry for each reason and the HTTP status as the code.
    /// </summary>
    private static ApiErrorException FromService(int status, IReadOnlyList<string> reasons) => new(Json.Response(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        foreach (string reason in reasons)
        {
            Envelope.WriteMessage(writer, status, reason);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }))
    {
        Reasons = reasons,
    };
}
