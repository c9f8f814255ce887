using System;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Splits a string that contains several prefixes, such as a cell of a CSV row, into a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PrefixListTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    /// <summary>Gets or sets a value that indicates whether a blank string, such as an empty cell of a CSV file, counts as a list that isn't specified.</summary>
    public bool AllowsEmptyCell { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Argument.Value(inputData) switch
    {
        string text when string.IsNullOrWhiteSpace(text) && AllowsEmptyCell => null,
        string text when !string.IsNullOrWhiteSpace(text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries),
        null when AllowsEmptyCell => null,
        null or string => throw Missing(),
        System.Collections.IList { Count: > 0 } list when list.Cast<object?>().Any(Argument.IsMissing) => throw Missing(),
        _ => inputData,
    };

    // Null doesn't clear the prefixes, because a mistyped variable is null.
    private static ArgumentTransformationMetadataException Missing() =>
        new("A prefix is null or empty. Write each prefix as A.B.C.D/N, such as 10.0.0.0/8. To specify no prefixes, use an empty array, @().");
}
