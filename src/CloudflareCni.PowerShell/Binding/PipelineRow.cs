using System;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Reads objects that aren't of a type of the module: rows of a CSV file, results of Select-Object, and objects from a job or a file.</summary>
internal static class PipelineRow
{
    private const string Namespace = "CloudflareCni.";
    private const string SelectedMark = "Selected.";

    /// <summary>Gets the text that identifies a resource in a row: the value of a column, or the ID or name of a copied model.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns that identify the resource in a row of unknown origin. The first column that isn't empty is used.</param>
    /// <param name="copies">The models whose copies identify the resource, each with its column.</param>
    /// <returns>The text and whether it comes from a column that the user added, or <see langword="null"/> if the row doesn't identify the resource.</returns>
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

    /// <summary>Gets the text of the first column that exists and isn't empty.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <returns>The text without leading and trailing white space, or <see langword="null"/> if all columns are missing or empty.</returns>
    public static string? Text(PSObject row, params string[] columns) => columns
        .Select(column => row.Properties[column]?.Value?.ToString()?.Trim())
        .FirstOrDefault(text => !string.IsNullOrEmpty(text));

    // The model, such as CniSlot, that the row is a copy of. Its type names (Selected., Deserialized., CSV:) show it.
    private static string? Model(PSObject row) => row.TypeNames
        .Select(name => (Name: name, Start: name.IndexOf(Namespace, StringComparison.OrdinalIgnoreCase)))
        .Where(found => found.Start >= 0)
        .Select(found => found.Name.Substring(found.Start + Namespace.Length))
        .FirstOrDefault();

    // The user added a column that the model doesn't have. A column that the model has may identify the model itself (Id, Name), which is another
    // resource. In the output of Select-Object, the user chose each column, so SlotId and Interconnect can be trusted there.
    private static bool Counts(PSObject row, string? model, string column) =>
        model is null || !HasProperty(model, column) || (column is not ("Id" or "Name") && row.TypeNames.Any(IsSelected));

    private static bool IsSelected(string typeName) => typeName.IndexOf(SelectedMark, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool HasProperty(string model, string column) =>
        typeof(CniSlot).Assembly.GetType(Namespace + model) is not { } type
        || type.GetProperty(column, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase) is not null;
}
