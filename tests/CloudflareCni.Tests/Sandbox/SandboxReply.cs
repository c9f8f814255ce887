using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Sandbox;

/// <summary>A response that was read completely.</summary>
internal sealed record SandboxReply(int Status, string? ContentType, byte[] Body, string Ray, string? Allow)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The messages of an error, with or without the envelope.</summary>
    public string[] Errors => [.. Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()!)];

    public int ErrorCode => Json.GetProperty("errors")[0].GetProperty("code").GetInt32();

    public bool IsInEnvelope => Json.TryGetProperty("success", out _);

    public static async Task<SandboxReply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.ToString(),
        await response.Content.ReadAsByteArrayAsync(),
        response.Headers.GetValues("cf-ray").Single(),
        response.Content.Headers.Allow.Count > 0 ? string.Join(", ", response.Content.Headers.Allow) : null);
}
