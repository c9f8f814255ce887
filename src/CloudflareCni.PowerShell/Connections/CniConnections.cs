using System;
using CloudflareCni.PowerShell.Sandboxes;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Makes connections.</summary>
internal static class CniConnections
{
    /// <summary>A connection to a server. It sends nothing yet.</summary>
    public static CniConnection Create(CniClientOptions options, string? accountId) =>
        new(options, accountId, () => ClientPool.Get(options));

    /// <summary>A connection to a fresh sandbox in this process.</summary>
    public static CniConnection CreateSandbox(string? accountId, string? token, string? statePath, int timeoutSec)
    {
        SandboxWorld world = SandboxFactory.Create(statePath);
        var options = new CniClientOptions
        {
            BaseAddress = SandboxAddress.Create(statePath),
            Credential = CniCredential.FromToken(token ?? world.Token),
            Timeout = TimeSpan.FromSeconds(timeoutSec),
        };
        return new CniConnection(options, accountId ?? world.AccountId, () => ClientPool.Create(options, world.Handler), isSandbox: true);
    }
}
