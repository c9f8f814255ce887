using System.Collections.Generic;

namespace CloudflareCni.Sandbox.Http;

/// <summary>An HTTP request, independent of how it was received.</summary>
/// <param name="Method">The method in upper case.</param>
/// <param name="Path">The path as sent, still percent-encoded, from its first slash.</param>
/// <param name="Query">The query as sent, without the question mark; empty if there is none.</param>
/// <param name="Headers">The headers by name, ignoring case.</param>
/// <param name="Body">The body; empty if there is none.</param>
internal sealed record SandboxRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The largest body that is accepted, in bytes.</summary>
    public const int MaxBodyLength = 1024 * 1024;
}
