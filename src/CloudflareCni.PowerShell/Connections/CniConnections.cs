using System;
using CloudflareCni.PowerShell.Sandboxes;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Creates connections.</summary>
internal static class CniConnections
{
    /// <summary>Creates a connection to a server, without sending a request.</summary>
    public static CniConnection Create(CniClientOptions options, string? accountId) =>
        new(options, accountId, () => ClientPool.Get(options));

    /// <summary>Creates a connection to a new sandbox in this process. Like a server on this computer, it doesn't have a request limit by default.</summary>
    public static CniConnection CreateSandbox(
        string? accountId, string? token, string? statePath, Func<CniClientOptions, CniClientOptions> withLimits, string? configurationPath = null)
    {
        SandboxWorld world = SandboxFactory.Create(statePath, configurationPath);
        CniClientOptions options = withLimits(new CniClientOptions
        {
            BaseAddress = SandboxAddress.Create(statePath),
            Credential = CniCredential.FromToken(token ?? world.Token),
        });
        options = options with { RequestLimit = options.RequestLimit ?? 0 };
        return new CniConnection(options, accountId ?? world.AccountId, () => ClientPool.Create(options, world.Handler), isSandbox: true, configurationPath);
    }
}
