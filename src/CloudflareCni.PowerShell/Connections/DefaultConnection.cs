using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>The connection that the cmdlets of a runspace use when none is named. Another runspace never sees it, and it ends with the runspace's state.</summary>
internal static class DefaultConnection
{
    // When the engine resets a runspace, as ForEach-Object -Parallel does before each use, it empties the table of variables and replaces the event
    // manager. Unlike a variable, a table with the manager as its key shows nothing to Get-Variable, and nobody removes it by accident.
    private static readonly ConditionalWeakTable<PSEventManager, Slot> Slots = new();

    /// <summary>The connection that Connect-Cni made the default; <see langword="null"/> for none.</summary>
    public static CniConnection? Current
    {
        get => Mine.Connected;
        set
        {
            Mine.Connected = value;
            Mine.HasFailed = false;
        }
    }

    /// <summary>Leaves no default connection, because Connect-Cni failed: nothing may act as whom it was before, or as the environment says.</summary>
    public static void Fail()
    {
        Mine.Connected = null;
        Mine.HasFailed = true;
    }

    /// <summary>Finds what a command uses that names no connection: the default, or else the environment's.</summary>
    /// <returns>The connection; <see langword="null"/> for none.</returns>
    public static CniConnection? Find() => Current ?? (Mine.HasFailed ? null : FromEnvironment());

    /// <summary>Creates the error of a command without a connection.</summary>
    /// <returns>The error.</returns>
    public static CniException NotConnected() => new(
        CniErrorKind.NotConnected,
        Mine.HasFailed
            ? "There is no connection to Cloudflare, because the last Connect-Cni failed. Correct it and run it again, or give the command a -Connection. "
              + "After Disconnect-Cni the environment variables CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID count again; Connect-Cni -Sandbox practises."
            : "There is no connection to Cloudflare. Run Connect-Cni (or Connect-Cni -Sandbox to practise), give the command a -Connection, "
              + "or set the environment variables CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.");

    /// <summary>Forgets the runspace's connections.</summary>
    public static void Clear()
    {
        if (Runspace.DefaultRunspace?.Events is { } state)
        {
            Slots.Remove(state);
        }
    }

    // The connection of the environment variables is kept, so that its account is looked up once.
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

    // A runspace that is closing has no state any more.
    private static Slot Mine => Runspace.DefaultRunspace?.Events is { } state ? Slots.GetOrCreateValue(state) : new Slot();

    private sealed class Slot
    {
        public CniConnection? Connected { get; set; }

        public bool HasFailed { get; set; }

        public CniConnection? Environment { get; set; }

        public string? EnvironmentKey { get; set; }
    }
}
