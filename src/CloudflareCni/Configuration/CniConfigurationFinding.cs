using System.Diagnostics.CodeAnalysis;

namespace CloudflareCni;

/// <summary>A finding of Test-CniConfiguration.</summary>
public sealed class CniConfigurationFinding
{
    internal CniConfigurationFinding()
    {
    }

    /// <summary>Gets the severity.</summary>
    public CniConfigurationSeverity Severity { get; internal init; }

    /// <summary>Gets the rule, such as <c>Mtu</c>. about_CniConfiguration lists them.</summary>
    public string Rule { get; internal init; } = "";

    /// <summary>Gets the problem and how to correct it. The message never contains a key.</summary>
    public string Message { get; internal init; } = "";

    /// <summary>Gets the place in the configuration, as a JSON pointer such as <c>/cnis/3/magic/mtu</c>; empty for the whole.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "A JSON pointer (RFC 6901).")]
    public string Pointer { get; internal init; } = "";

    /// <summary>Gets the line in the file, from 1; <c>null</c> if the configuration isn't read from a file.</summary>
    public int? Line { get; internal init; }

    /// <summary>Gets the path of the file; <c>null</c> if the configuration isn't read from a file.</summary>
    public string? Path { get; internal set; }

    /// <summary>Gets the source of the rule.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Returns the place and the message.</summary>
    /// <returns>One line.</returns>
    public override string ToString()
    {
        string line = Line is { } number ? $"line {DisplayText.Number(number)}" : "";
        string place = line.Length > 0 && Pointer.Length > 0 ? $"{line}, {Pointer}" : line + Pointer;
        return place.Length == 0 ? Message : $"{place}: {Message}";
    }
}
