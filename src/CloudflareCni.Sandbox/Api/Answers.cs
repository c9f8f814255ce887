using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Api;

/// <summary>Answers that several operations give.</summary>
internal static class Answers
{
    /// <summary>The reference shows no body for a deletion. An empty one isn't JSON, so it isn't called that.</summary>
    public static readonly SandboxResponse Deleted = new(200, "text/plain; charset=utf-8", []);
}
