using System;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Creates base addresses for sandboxes in this process. Nothing listens there. The address distinguishes the objects of one sandbox from those of another.</summary>
internal static class SandboxAddress
{
    private const string Domain = ".cni-sandbox.localhost";
    private const int Length = 8;

    /// <summary>Creates the address of a sandbox.</summary>
    /// <param name="statePath">The path of the state file, or <see langword="null"/> for a new sandbox. The same file means the same sandbox.</param>
    /// <returns>The address.</returns>
    public static Uri Create(string? statePath) => new($"http://{(statePath is null ? Guid.NewGuid().ToString("N") : Fingerprint.Of(statePath)).Substring(0, Length)}{Domain}/client/v4");

    /// <summary>Determines whether an address is that of a sandbox in a process.</summary>
    /// <param name="address">The address.</param>
    /// <returns><see langword="true"/> if it is; otherwise, <see langword="false"/>.</returns>
    public static bool IsSandbox(Uri address) => address.Host.EndsWith(Domain, StringComparison.OrdinalIgnoreCase);
}
