using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Reads the text of a command, for parameters that weren't bound because the binding of another parameter failed.</summary>
internal static class CommandLine
{
    /// <summary>Determines whether the text of a command contains a switch, which can be abbreviated.</summary>
    /// <param name="invocation">The command.</param>
    /// <param name="name">The name of the switch.</param>
    /// <returns><see langword="true"/> if it contains the switch without a value; otherwise, <see langword="false"/>.</returns>
    public static bool HasSwitch(InvocationInfo invocation, string name) => Parser.ParseInput(invocation.Line ?? "", out _, out _)
        .FindAll(ast => ast is CommandParameterAst { Argument: null, ParameterName.Length: > 0 }, searchNestedScriptBlocks: true)
        .Cast<CommandParameterAst>()
        .Any(ast => ast.Parent.Extent.StartColumnNumber == invocation.OffsetInLine && name.StartsWith(ast.ParameterName, StringComparison.OrdinalIgnoreCase));
}
