using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>The connection that cmdlets of one runspace use when none is named. Another runspace never sees it.</summary>
internal static class DefaultConnection
{
    private static readonly ConditionalWeakTable<Runspace, Slot> Slots = new();

    /// <summary>The connection that Connect-Cni made the default of this runspace; null for none.</summary>
    public static CniConnection? Current
    {
        get => Mine.Connected;
        set => Mine.Connected = value;
    }

    /// <summary>What a command uses that names no connection: the default, else the environment's.</summary>
    /// <returns>The connection; null for none.</returns>
    public static CniConnection? Find() => Current ?? FromEnvironment();

    /// <summary>The connection of the environment variables, kept so that its account is looked up once.</summary>
    /// <returns>The connection; null when the environment names no credential.</returns>
    private static CniConnection? FromEnvironment()
    {
        if (ConnectionEnvironment.Read() is not { } environment)
        {
            return null;
        }

        string key = environment.Settings.Fingerprint() + environment.AccountId;
        if (Mine.EnvironmentKey != key)
        {
            Mine.EnvironmentKey = key;
            Mine.Environment = CniConnections.Create(environment.Settings, environment.AccountId);
        }

        return Mine.Environment;
    }

    /// <summary>Forgets this runspace's connections.</summary>
    public static void Clear() => Slots.Remove(Runspace.DefaultRunspace);

    private static Slot Mine => Slots.GetOrCreateValue(Runspace.DefaultRunspace);

    private sealed class Slot
    {
        public CniConnection? Connected { get; set; }

        public CniConnection? Environment { get; set; }

        public string? EnvironmentKey { get; set; }
    }
}
