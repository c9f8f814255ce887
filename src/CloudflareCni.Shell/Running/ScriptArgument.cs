using System;
using System.Management.Automation.Runspaces;

namespace CloudflareCni.Shell.Running;

/// <summary>Reads one argument after -File as pwsh does.</summary>
internal static class ScriptArgument
{
    /// <summary>Makes a parameter name (<c>-Name</c>), a name with its value (<c>-Name:value</c>, <c>-Switch:$true</c>) or a value.</summary>
    /// <param name="argument">The argument.</param>
    /// <returns>What to give to the script.</returns>
    public static CommandParameter Parse(string argument)
    {
        // A negative number is a value.
        if (argument is not ['-', var first, ..] || !(char.IsLetter(first) || first == '_'))
        {
            return new CommandParameter(null, argument);
        }

        int colon = argument.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || colon == argument.Length - 1
            ? new CommandParameter(argument.TrimEnd(':'), null)
            : new CommandParameter(argument[..colon], ReadValue(argument[(colon + 1)..]));
    }

    private static object ReadValue(string text) =>
        text.Equals("$true", StringComparison.OrdinalIgnoreCase) ? true
        : text.Equals("$false", StringComparison.OrdinalIgnoreCase) ? false
        : text;
}
