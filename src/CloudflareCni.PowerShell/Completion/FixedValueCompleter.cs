using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>Completes values that are known without asking anybody. Others may still be typed.</summary>
public abstract class FixedValueCompleter : IArgumentCompleter
{
    private readonly IReadOnlyList<string> _values;

    private protected FixedValueCompleter(IReadOnlyList<string> values) => _values = values;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        _values
            .Where(value => value.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(value));
}

/// <summary>Completes the bandwidths that the API knows.</summary>
public sealed class BandwidthCompleter : FixedValueCompleter
{
    /// <summary>Made by the engine.</summary>
    public BandwidthCompleter()
        : base(Bandwidths.All)
    {
    }
}

/// <summary>Completes the BGP modes that the API page names.</summary>
public sealed class BgpModeCompleter : FixedValueCompleter
{
    /// <summary>Made by the engine.</summary>
    public BgpModeCompleter()
        : base(BgpModeRules.Known)
    {
    }
}
