namespace CloudflareCni.Shell.Running;

/// <summary>How a pipeline ended.</summary>
internal enum RunResult
{
    Succeeded,

    /// <summary><c>$?</c> is false, or an error ended it.</summary>
    Failed,

    /// <summary>Ctrl+C stopped it.</summary>
    Stopped,
}
