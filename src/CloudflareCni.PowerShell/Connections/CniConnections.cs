using CloudflareCni.PowerShell.Sandboxes;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Creates connections.</summary>
internal static class CniConnections
{
    /// <summary>Creates a connection to a server, without sending a request.</summary>
    public static CniConnection Create(ConnectionSettings settings, string? accountId) =>
        new(settings, accountId, () => ClientPool.Get(settings));

    /// <summary>Creates a connection to a new sandbox in this process.</summary>
    public static CniConnection CreateSandbox(string? accountId, string? token, string? statePath, int timeoutSec)
    {
        SandboxWorld world = SandboxFactory.Create(statePath);
        var settings = new ConnectionSettings(SandboxAddress.Create(statePath), ConnectionCredential.FromToken(token ?? world.Token), timeoutSec);
        return new CniConnection(settings, accountId ?? world.AccountId, () => ClientFactory.Create(settings, world.Handler), isSandbox: true);
    }
}
