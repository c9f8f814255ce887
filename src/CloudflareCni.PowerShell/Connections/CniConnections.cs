using System;
using CloudflareCni.PowerShell.Sandboxes;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Creates connections.</summary>
internal static class CniConnections
{
    /// <summary>Creates a connection to a server, without sending a request.</summary>
    public static CniConnection Create(CniClientOptions options, string? accountId) =>
        new(options, accountId, () => ClientPool.Get(options));

    /// <summary>Creates a connection to a new sandbox in this process.</summary>
    public static CniConnection CreateSandbox(string? accountId, string? token, string? statePath, int timeoutSec, string? configurationPath = null)
    {
        SandboxWorld world = SandboxFactory.Create(statePath, configurationPath);
        var options = new CniClientOptions
        {
            BaseAddress = SandboxAddress.Create(statePath),
            Credential = CniCredential.FromToken(token ?? world.Token),
            Timeout = TimeSpan.FromSeconds(timeoutSec),
        };
        return new CniConnection(options, accountId ?? world.AccountId, () => ClientPool.Create(options, world.Handler), isSandbox: true, configurationPath);
    }
}
