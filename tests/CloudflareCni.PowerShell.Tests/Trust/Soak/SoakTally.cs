using System.Collections.Generic;

namespace CloudflareCni.PowerShell.Tests.Trust.Soak;

/// <summary>What one runspace's operations came to.</summary>
internal sealed class SoakTally
{
    public Dictionary<string, int> Operations { get; } = [];

    /// <summary>The errors by id.</summary>
    public Dictionary<string, int> Errors { get; } = [];

    /// <summary>Creations whose answer was lost and whose object the cmdlet found by itself, with a warning.</summary>
    public int Recovered { get; set; }

    /// <summary>Creations that ended in CniOutcomeUnknown.</summary>
    public int Unknown { get; set; }

    /// <summary>Those of them whose object was there.</summary>
    public int UnknownAndThere { get; set; }

    /// <summary>Changes and removals that failed.</summary>
    public int ChangesFailed { get; set; }

    /// <summary>Those of them that had been done nevertheless.</summary>
    public int ChangesFailedAndDone { get; set; }
}
