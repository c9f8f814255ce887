using System.Collections.Generic;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>The totals of one runspace's operations.</summary>
internal sealed class SoakTally
{
    public Dictionary<string, int> Operations { get; } = [];

    /// <summary>The errors by id.</summary>
    public Dictionary<string, int> Errors { get; } = [];

    /// <summary>Creations whose response was lost and whose object the cmdlet found, with a warning.</summary>
    public int Recovered { get; set; }

    /// <summary>Creations that ended in CniOutcomeUnknown.</summary>
    public int Unknown { get; set; }

    /// <summary>Those of them whose object existed.</summary>
    public int UnknownAndThere { get; set; }

    /// <summary>Changes and removals that failed.</summary>
    public int ChangesFailed { get; set; }

    /// <summary>Those of them that had taken effect anyway.</summary>
    public int ChangesFailedAndDone { get; set; }
}
