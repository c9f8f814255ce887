using System.Collections.Generic;

namespace CloudflareCni.Sandbox.Http;

/// <summary>One answer, for whatever carries it.</summary>
internal sealed record SandboxResponse(int Status, string ContentType, byte[] Body)
{
    public const string Json = "application/json";

    /// <summary>Headers besides Content-Type and Content-Length.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public SandboxResponse With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };
}
