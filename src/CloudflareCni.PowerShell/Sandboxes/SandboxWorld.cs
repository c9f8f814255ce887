using System.Net.Http;

namespace CloudflareCni.PowerShell.Sandboxes;

/// <summary>Contains what a connection needs from a sandbox in this process.</summary>
/// <param name="Handler">The handler that responds to every request.</param>
/// <param name="AccountId">The ID of the account to use.</param>
/// <param name="Token">A token that the sandbox accepts.</param>
internal sealed record SandboxWorld(HttpMessageHandler Handler, string AccountId, string Token);
