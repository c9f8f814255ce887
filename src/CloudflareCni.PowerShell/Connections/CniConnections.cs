using CloudflareCni.PowerShell.Sandboxes;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Makes connections.</summary>
internal static class CniConnections
{
    /// <summary>A connection to a server. It sends nothing yet.</summary>
    public static CniConnection Create(ConnectionSettings settings, string? accountId) =>
        new(settings, accountId, () => ClientPool.Get(settings));

    /// <summary>A connection to a fresh sandbox in this process.</summary>
    public static CniConnection CreateSandbox(string? accountId, string? token, string? statePath, int timeoutSec, string? configurationPath = null)
    {
        SandboxWorld world = SandboxFactory.Create(statePath, configurationPath);
        var settings = new ConnectionSettings(SandboxAddress.Create(statePath), ConnectionCredential.FromToken(token ?? world.Token), timeoutSec);
        return new CniConnection(settings, accountId ?? world.AccountId, () => ClientFactory.Create(settings, world.Handler), isSandbox: true, configurationPath);
    }
}
