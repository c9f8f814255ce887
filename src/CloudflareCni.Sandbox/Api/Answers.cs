using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Api;

/// <summary>Answers that several operations give.</summary>
internal static class Answers
{
    /// <summary>Assumption, because the reference shows no body for a deletion: it is empty. That isn't JSON, so it isn't called that.</summary>
    public static readonly SandboxResponse Deleted = new(200, "text/plain; charset=utf-8", []);
}
