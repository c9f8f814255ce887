using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The result of applying an edit to a CNI.</summary>
public sealed class CniEditResult
{
    internal CniEditResult(Cni cni, IReadOnlyList<CniFieldChange> changes, IReadOnlyList<string> warnings, bool setsUpBgp)
    {
        Cni = cni;
        Changes = changes;
        Warnings = warnings;
        SetsUpBgp = setsUpBgp;
    }

    /// <summary>Gets the complete updated CNI. Fields that the edit doesn't name are unchanged.</summary>
    public Cni Cni { get; }

    /// <summary>Gets the changes from the current CNI; empty if there is nothing to do.</summary>
    public IReadOnlyList<CniFieldChange> Changes { get; }

    /// <summary>Gets the warnings about the new values; empty if there are none.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Gets a value indicating whether the edit sets up a BGP session on a CNI that had none.</summary>
    public bool SetsUpBgp { get; }
}
