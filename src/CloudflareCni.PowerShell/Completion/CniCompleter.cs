using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>The base class for argument completers. Users can also type values that aren't offered.</summary>
public abstract class CniCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionCandidate.Complete(Candidates(fakeBoundParameters), wordToComplete);

    /// <summary>Joins the details of an object that are known.</summary>
    /// <param name="details">The details.</param>
    /// <returns>One line.</returns>
    private protected static string Join(params string?[] details) => string.Join(", ", details.Where(detail => !string.IsNullOrWhiteSpace(detail)));

    /// <summary>Gets the available values.</summary>
    /// <param name="bound">The other parameters, as far as they are known.</param>
    /// <returns>The values, in the order of the menu.</returns>
    private protected abstract IEnumerable<CompletionCandidate> Candidates(IDictionary bound);
}
