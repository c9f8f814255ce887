using System.Collections.Generic;

namespace CloudflareCni.Sandbox.Http;

/// <summary>One request, from whatever carried it.</summary>
/// <param name="Method">The method in upper case.</param>
/// <param name="Path">The path as sent, still percent-encoded, from its first slash.</param>
/// <param name="Query">The query as sent, without the question mark; empty when there is none.</param>
/// <param name="Headers">Headers by name, upper and lower case being the same.</param>
/// <param name="Body">The body; empty when there is none.</param>
internal sealed record SandboxRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>How many bytes a body may have.</summary>
    public const int LargestBody = 1024 * 1024;
}
