using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>
/// Keeps the connection that cmdlets use if none is specified. It belongs to one runspace, other runspaces never see it, and it's removed when the runspace
/// is reset.
/// </summary>
internal static class DefaultConnection
{
    // When the engine resets a runspace, as ForEach-Object -Parallel does before each use, it clears the variables and replaces the event manager. A table
    // whose key is the event manager isn't visible to Get-Variable and can't be removed by accident, unlike a variable.
    private static readonly ConditionalWeakTable<PSEventManager, Slot> Slots = new();

    /// <summary>Gets or sets the default connection that Connect-Cni created, or <see langword="null"/> if there isn't one.</summary>
    public static CniConnection? Current
    {
        get => Mine.Connected;
        set
        {
            Mine.Connected = value;
            Mine.HasFailed = false;
        }
    }

    /// <summary>Removes the default connection because Connect-Cni failed. Commands must not use the previous connection or the environment variables instead.</summary>
    public static void MarkFailed()
    {
        Mine.Connected = null;
        Mine.HasFailed = true;
    }

    /// <summary>Gets the connection for a command without -Connection: the default connection, or the one from the environment variables.</summary>
    /// <returns>The connection, or <see langword="null"/> if there isn't one.</returns>
    public static CniConnection? Find() => Current ?? (Mine.HasFailed ? null : FromEnvironment());

    /// <summary>Creates the exception for a command without a connection.</summary>
    /// <returns>The exception.</returns>
    public static CniException NotConnected() => new(
        CniErrorKind.NotConnected,
        Mine.HasFailed
            ? "There's no connection to Cloudflare because the last Connect-Cni failed. Correct the problem and run Connect-Cni again, or use -Connection. "
              + "To use the environment variables CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, run Disconnect-Cni first. To practice, use Connect-Cni -Sandbox."
            : "There's no connection to Cloudflare. Run Connect-Cni (or Connect-Cni -Sandbox to practice), use -Connection, "
              + "or set the environment variables CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.");

    /// <summary>Removes the connections of the runspace.</summary>
    public static void Clear()
    {
        if (Runspace.DefaultRunspace?.Events is { } state)
        {
            Slots.Remove(state);
        }
    }

    // The connection from the environment variables is kept, so that its account is looked up only once.
    private static CniConnection? FromEnvironment()
    {
        if (ConnectionEnvironment.Read() is not { } environment)
        {
            return null;
        }

        string key = environment.Options.Fingerprint() + environment.AccountId;
        if (Mine.EnvironmentKey != key)
        {
            Mine.EnvironmentKey = key;
            Mine.Environment = CniConnections.Create(environment.Options, environment.AccountId);
        }

        return Mine.Environment;
    }

    // A runspace that is closing doesn't have a state anymore.
    private static Slot Mine => Runspace.DefaultRunspace?.Events is { } state ? Slots.GetOrCreateValue(state) : new Slot();

    private sealed class Slot
    {
        public CniConnection? Connected { get; set; }

        public bool HasFailed { get; set; }

        public CniConnection? Environment { get; set; }

        public string? EnvironmentKey { get; set; }
    }
}
