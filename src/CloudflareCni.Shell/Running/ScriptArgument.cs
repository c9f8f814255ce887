using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace CloudflareCni.Shell.Running;

/// <summary>Reads one argument after -File as pwsh does: a parameter, a parameter with its value, or text.</summary>
internal static partial class ScriptArgument
{
    /// <summary>Writes the argument so that PowerShell reads it as what it is.</summary>
    /// <param name="argument">The argument, as it stood on the command line.</param>
    /// <returns><c>-Name</c>, <c>-Name:'value'</c>, <c>-Switch:$true</c> or <c>'value'</c>.</returns>
    public static string ToSource(string argument)
    {
        Match match = Parameter().Match(argument);
        return !match.Success ? Quote(argument)
            : match.Groups["value"] is not { Length: > 0, Value: var value } ? match.Groups["name"].Value
            : $"{match.Groups["name"].Value}:{(Switch().IsMatch(value) ? value : Quote(value))}";
    }

    /// <summary>Writes text so that PowerShell takes nothing in it for more than text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text in single quotes.</returns>
    public static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"^(?<name>-[A-Za-z_][\w-]*)(:(?<value>.*))?\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\$(true|false)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Switch();
}
