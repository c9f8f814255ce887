using System;
using System.Linq;

namespace CloudflareCni.Shell.Options;

/// <summary>Reads a command line as pwsh does: any case, and as much of a name as tells it from the others.</summary>
internal static class ShellOptionsParser
{
    private static readonly string[] Names =
        ["Command", "File", "NoSandbox", "NoExit", "NoLogo", "NonInteractive", "ModulePath", "Version", "Help"];

    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">As the process was given them.</param>
    /// <returns>The options.</returns>
    /// <exception cref="UsageException">The arguments cannot be understood; the message says which and why.</exception>
    public static ShellOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new ShellOptions();
        for (int i = 0; i < arguments.Length; i++)
        {
            ReadOnlySpan<string> rest = arguments[(i + 1)..];
            switch (ResolveName(arguments[i]))
            {
                case "Command":
                    return rest.IsEmpty
                        ? throw new UsageException("-Command needs the text to run, or - for standard input.")
                        : options with { Mode = ShellMode.Command, Target = string.Join(' ', rest.ToArray()) };
                case "File":
                    return rest.IsEmpty
                        ? throw new UsageException("-File needs the path of a script.")
                        : options with { Mode = ShellMode.File, Target = rest[0], Arguments = rest[1..].ToArray() };
                case "Help":
                    return options with { Mode = ShellMode.Help };
                case "Version":
                    return options with { Mode = ShellMode.Version };
                case "ModulePath":
                    options = rest.IsEmpty || rest[0].Length == 0
                        ? throw new UsageException("-ModulePath needs the module's folder or manifest.")
                        : options with { ModulePath = rest[0] };
                    i++;
                    break;
                case "NoSandbox":
                    options = options with { NoSandbox = true };
                    break;
                case "NoExit":
                    options = options with { NoExit = true };
                    break;
                case "NoLogo":
                    options = options with { NoLogo = true };
                    break;
                default:
                    options = options with { NonInteractive = true };
                    break;
            }
        }

        return options;
    }

    private static string ResolveName(string argument)
    {
        if (argument is ['-', .., '?'] and { Length: <= 3 } or "/?")
        {
            return "Help";
        }

        string name = argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..] : argument.StartsWith('-') ? argument[1..] : "";
        if (name.Length == 0)
        {
            throw new UsageException($"'{argument}' is no option. Text to run follows -Command, a script follows -File.");
        }

        string[] matches = [.. Names.Where(candidate => candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        return matches switch
        {
            [] => throw new UsageException($"There is no option '{argument}'."),
            [string only] => only,
            _ => Array.Find(matches, match => match.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"'{argument}' may be any of {string.Join(", ", matches.Select(match => "-" + match))}. Write more of it."),
        };
    }
}
