using System.Net.Http;

namespace CloudflareCni.PowerShell.Sandboxes;

/// <summary>What a connection needs of a sandbox in this process.</summary>
/// <param name="Handler">Answers every request.</param>
/// <param name="AccountId">The account to practise in.</param>
/// <param name="Token">A token that works.</param>
internal sealed record SandboxWorld(HttpMessageHandler Handler, string AccountId, string Token);
