using System;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>An object without a type of ours: a row of a CSV file, a result of Select-Object, what came back from a job or a file.</summary>
internal static class Row
{
    private const string Namespace = "CloudflareCni.";
    private const string SelectedMark = "Selected.";

    /// <summary>What names a resource in a row: a column that says so, or else the ID or name of the copy of a model.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns that name the resource in a row of unknown origin, the first that is filled wins.</param>
    /// <param name="copies">The models whose copy names the resource, each with its column.</param>
    /// <returns>The text, and whether a column of the user's said it; null when the row doesn't name the resource.</returns>
    public static (string Text, bool IsByColumn)? Identity(PSObject row, string[] columns, params (string Model, string Column)[] copies)
    {
        string? model = Model(row);
        if (Text(row, [.. columns.Where(column => Counts(row, model, column))]) is { } named)
        {
            return (named, IsByColumn: true);
        }

        string? copied = copies.Where(copy => copy.Model == model).Select(copy => Text(row, copy.Column)).FirstOrDefault();
        return copied is null ? null : (copied, IsByColumn: false);
    }

    /// <summary>The text of the first column that is there and not empty.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns' names.</param>
    /// <returns>The text without the white space around it; null when all are missing or empty.</returns>
    public static string? Text(PSObject row, params string[] columns) => columns
        .Select(column => row.Properties[column]?.Value?.ToString()?.Trim())
        .FirstOrDefault(text => !string.IsNullOrEmpty(text));

    // The model whose copy the row is, told from its type names (Selected., Deserialized., CSV:), such as CniSlot.
    private static string? Model(PSObject row) => row.TypeNames
        .Select(name => (Name: name, Start: name.IndexOf(Namespace, StringComparison.OrdinalIgnoreCase)))
        .Where(found => found.Start >= 0)
        .Select(found => found.Name.Substring(found.Start + Namespace.Length))
        .FirstOrDefault();

    // A column that the model doesn't have is the user's own. One that it has may name the model itself (Id, Name), which is another resource. What
    // Select-Object left of a model was chosen column by column, so that SlotId or Interconnect there means what it says.
    private static bool Counts(PSObject row, string? model, string column) =>
        model is null || !HasProperty(model, column) || (column is not ("Id" or "Name") && row.TypeNames.Any(IsSelected));

    private static bool IsSelected(string typeName) => typeName.IndexOf(SelectedMark, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool HasProperty(string model, string column) =>
        typeof(CniSlot).Assembly.GetType(Namespace + model) is not { } type
        || type.GetProperty(column, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase) is not null;
}
