namespace CloudflareCni.Shell;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>The command line is wrong (EX_USAGE; pwsh uses the same).</summary>
    public const int Usage = 64;

    /// <summary>The module is missing or cannot be loaded (EX_SOFTWARE).</summary>
    public const int NoModule = 70;

    /// <summary>Ctrl+C ended the command (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
