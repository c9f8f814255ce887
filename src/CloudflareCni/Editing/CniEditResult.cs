using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>What an edit makes of a CNI.</summary>
public sealed class CniEditResult
{
    internal CniEditResult(Cni cni, IReadOnlyList<CniFieldChange> changes, IReadOnlyList<string> warnings, bool setsUpBgp)
    {
        Cni = cni;
        Changes = changes;
        Warnings = warnings;
        SetsUpBgp = setsUpBgp;
    }

    /// <summary>The whole CNI as it shall be, with every field that the edit did not name as it stands.</summary>
    public Cni Cni { get; }

    /// <summary>What differs from the CNI as it stands; empty when nothing is left to do.</summary>
    public IReadOnlyList<CniFieldChange> Changes { get; }

    /// <summary>What the user should know about the values given; empty for nothing.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Whether the edit sets up a BGP session where there was none.</summary>
    public bool SetsUpBgp { get; }
}
