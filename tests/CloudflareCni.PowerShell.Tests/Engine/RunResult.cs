using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>The output of a script in each stream.</summary>
internal sealed record RunResult(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    ErrorRecord? Terminating,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Verbose,
    string Screen)
{
    /// <summary>Gets the IDs of all errors, without the cmdlet's name after the comma. A terminating error is last.</summary>
    public IReadOnlyList<string> ErrorIds =>
        AllErrors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).ToList();

    public IReadOnlyList<ErrorRecord> AllErrors => Terminating is null ? Errors : [.. Errors, Terminating];

    /// <summary>Gets the output as objects of one type.</summary>
    public IReadOnlyList<T> As<T>() => Output.Select(item => (T)item.BaseObject).ToList();

    /// <summary>Gets the only object in the output.</summary>
    public T One<T>() => As<T>().Single();
}
