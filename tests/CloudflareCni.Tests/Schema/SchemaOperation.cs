using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace CloudflareCni.Tests.Schema;

/// <summary>One operation of the API's schema.</summary>
internal sealed class SchemaOperation(string method, string template, JsonObject path, JsonObject operation)
{
    private readonly string[] _segments = template.Trim('/').Split('/');

    public string Id { get; } = (string)operation["operationId"]!;

    public string Method { get; } = method;

    /// <summary>Gets a value indicating whether the operation isn't part of CNI and responds in Cloudflare's envelope.</summary>
    public bool IsSupport { get; } = path.ContainsKey("x-support");

    /// <summary>The schema of the request's body.</summary>
    public JsonNode? RequestBody => operation["requestBody"];

    /// <summary>The responses by status.</summary>
    public IReadOnlyDictionary<int, JsonNode> Responses { get; } =
        operation["responses"]!.AsObject().ToDictionary(response => int.Parse(response.Key, null), response => response.Value!);

    public bool Matches(string path)
    {
        string[] segments = path.Split('/');
        return segments.Length == _segments.Length
            && _segments.Zip(segments).All(pair => pair.First[0] == '{' ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    public override string ToString() => $"{Method} {template}";
}
