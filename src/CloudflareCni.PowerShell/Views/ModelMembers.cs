using System.Management.Automation;

namespace CloudflareCni.PowerShell.Views;

/// <summary>Prepares objects for the pipeline, so that PowerShell shows their times and states as intended.</summary>
internal static class ModelMembers
{
    /// <summary>Prepares a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The same object.</returns>
    public static PSObject With(CniInterconnectStatus status) =>
        TimeMembers.With(StateMembers.With(status, nameof(status.State), status.State), nameof(status.CheckedAt), status.CheckedAt);

    /// <summary>Prepares a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <returns>The same object.</returns>
    public static PSObject With(CniCircuit circuit)
    {
        PSObject shown = StateMembers.With(circuit, nameof(circuit.State), circuit.State);
        TimeMembers.With(shown, nameof(circuit.CheckedAt), circuit.CheckedAt);
        return TimeMembers.With(shown, nameof(circuit.CreatedOn), circuit.CreatedOn);
    }

    /// <summary>Prepares a Magic interconnect.</summary>
    /// <param name="magic">The Magic interconnect.</param>
    /// <returns>The same object.</returns>
    public static PSObject With(CniMagicInterconnect magic) =>
        TimeMembers.With(TimeMembers.With(magic, nameof(magic.CreatedOn), magic.CreatedOn), nameof(magic.ModifiedOn), magic.ModifiedOn);

    /// <summary>Prepares a route.</summary>
    /// <param name="route">The route.</param>
    /// <returns>The same object.</returns>
    public static PSObject With(CniMagicRoute route) =>
        TimeMembers.With(TimeMembers.With(route, nameof(route.CreatedOn), route.CreatedOn), nameof(route.ModifiedOn), route.ModifiedOn);
}
