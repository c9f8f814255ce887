using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>Completes a parameter's values. Others may still be typed.</summary>
public abstract class CniCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Candidate.Complete(Candidates(fakeBoundParameters), wordToComplete);

    /// <summary>The values that there are.</summary>
    /// <param name="bound">The other parameters, as far as they can be told.</param>
    /// <returns>The values, in the order of the menu.</returns>
    private protected abstract IEnumerable<Candidate> Candidates(IDictionary bound);
}
