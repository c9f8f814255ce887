using System.Collections.Generic;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Number">1 for the server's first request.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">What the request line asks for, query included.</param>
/// <param name="Headers">The headers, by name in any case.</param>
/// <param name="Body">The body as text.</param>
internal sealed record ScriptedRequest(int Number, string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The method and what stands behind the account: <c>GET slots?cursor=2</c>.</summary>
    public string Line => $"{Method} {Target[(Target.IndexOf("/cni/", System.StringComparison.Ordinal) is >= 0 and int at ? at + 5 : 0)..]}";

    /// <summary>A header; null when it did not come.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
