using System;
using System.Collections.Generic;

namespace CloudflareCni.Sandbox.Http;

/// <summary>Ends an operation with an answer that is an error.</summary>
internal sealed class ApiProblem(SandboxResponse response) : Exception
{
    public SandboxResponse Response { get; } = response;

    public static ApiProblem BadRequest(params IReadOnlyList<string> reasons) => Own(400, reasons);

    public static ApiProblem NotFound(string reason) => Own(404, [reason]);

    public static ApiProblem Conflict(string reason) => Own(409, [reason]);

    public static ApiProblem Gateway(int status, int code, string message) => new(Envelope.Error(status, code, message));

    /// <summary>
    /// An error of the CNI service itself. Assumption, because the reference shows no body for these: <c>{"errors": [{code, message}]}</c>,
    /// one for each reason and with the HTTP status as code.
    /// </summary>
    private static ApiProblem Own(int status, IReadOnlyList<string> reasons) => new(new SandboxResponse(status, SandboxResponse.Json, Json.Bytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        foreach (string reason in reasons)
        {
            Envelope.WriteMessage(writer, status, reason);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    })));
}
