using System;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>The base address of a sandbox in this process. Nobody listens there: it tells the objects of one sandbox from those of another.</summary>
internal static class SandboxAddress
{
    private const string Domain = ".cni-sandbox.localhost";
    private const int Length = 8;

    /// <summary>Creates the address of a sandbox.</summary>
    /// <param name="statePath">The file that keeps its state: the same file is the same sandbox; <see langword="null"/> for a fresh one.</param>
    /// <returns>The address.</returns>
    public static Uri Create(string? statePath) => new($"http://{(statePath is null ? Guid.NewGuid().ToString("N") : Fingerprint.Of(statePath)).Substring(0, Length)}{Domain}/client/v4");

    /// <summary>Determines whether an address is that of a sandbox in a process.</summary>
    /// <param name="address">The address.</param>
    /// <returns><see langword="true"/> if it is; otherwise, <see langword="false"/>.</returns>
    public static bool IsOne(Uri address) => address.Host.EndsWith(Domain, StringComparison.OrdinalIgnoreCase);
}
