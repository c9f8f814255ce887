namespace CloudflareCni.Shell.Running;

/// <summary>How a pipeline ended.</summary>
internal enum RunResult
{
    Succeeded,

    /// <summary>An error was told, whatever came after it; or <c>$?</c> is false at the end.</summary>
    Failed,

    /// <summary>Ctrl+C stopped it.</summary>
    Stopped,
}
