using System.Collections.Generic;

namespace CloudflareCni.Sandbox.Http;

/// <summary>An HTTP response, independent of how it is sent.</summary>
internal sealed record SandboxResponse(int Status, string ContentType, byte[] Body)
{
    /// <summary>The response to a deletion. Assumption, because the reference has no body for it: empty, and therefore not JSON.</summary>
    public static readonly SandboxResponse Deleted = new(200, "text/plain; charset=utf-8", []);

    /// <summary>Gets the headers other than Content-Type and Content-Length.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public SandboxResponse With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };
}
