using System;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>An object without a type of ours: a row of a CSV file, a result of Select-Object, what came back from a job or a file.</summary>
internal static class Row
{
    private const string Namespace = "CloudflareCni.";

    /// <summary>The model whose copy the row is, told from its type names (<c>Selected.</c>, <c>Deserialized.</c>, <c>CSV:</c>).</summary>
    /// <param name="row">The row.</param>
    /// <returns>The model's name, such as <c>CniSlot</c>; null when the row says nothing of its origin.</returns>
    public static string? Model(PSObject row) => row.TypeNames
        .Select(name => (Name: name, Start: name.IndexOf(Namespace, StringComparison.OrdinalIgnoreCase)))
        .Where(found => found.Start >= 0)
        .Select(found => found.Name.Substring(found.Start + Namespace.Length))
        .FirstOrDefault();

    /// <summary>The text of the first column that is there and not empty.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns' names.</param>
    /// <returns>The text; null when all are missing or empty.</returns>
    public static string? Text(PSObject row, params string[] columns) => columns
        .Select(column => row.Properties[column]?.Value?.ToString())
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
