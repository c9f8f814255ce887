using System.Collections.Generic;

namespace CloudflareCni.Shell.Options;

/// <summary>The command line, understood.</summary>
internal sealed record ShellOptions
{
    public ShellMode Mode { get; init; }

    /// <summary>The text after -Command (<c>-</c> for standard input), or the path after -File.</summary>
    public string Target { get; init; } = "";

    /// <summary>What follows the path of -File.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The module's folder or manifest; null for the one that was built with this shell.</summary>
    public string? ModulePath { get; init; }

    public bool NoSandbox { get; init; }

    public bool NoExit { get; init; }

    public bool NoLogo { get; init; }

    public bool NonInteractive { get; init; }
}
