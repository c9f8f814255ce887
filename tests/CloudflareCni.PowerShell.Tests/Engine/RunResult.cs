using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>What a script wrote to each stream.</summary>
internal sealed record RunResult(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    ErrorRecord? Terminating,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Verbose,
    string Screen)
{
    /// <summary>The ids of all errors, without the cmdlet's name behind the comma; a terminating one last.</summary>
    public IReadOnlyList<string> ErrorIds =>
        AllErrors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).ToList();

    public IReadOnlyList<ErrorRecord> AllErrors => Terminating is null ? Errors : [.. Errors, Terminating];

    /// <summary>The output as objects of one type.</summary>
    public IReadOnlyList<T> As<T>() => Output.Select(item => (T)item.BaseObject).ToList();

    /// <summary>The one object of the output.</summary>
    public T One<T>() => As<T>().Single();
}
