namespace CloudflareCni.Shell.Options;

/// <summary>What the shell shall do.</summary>
internal enum ShellMode
{
    Interactive,
    Command,
    File,
    Help,
    Version,
}
