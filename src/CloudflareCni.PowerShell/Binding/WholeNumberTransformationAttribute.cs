using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Accepts only whole numbers. Without it, the engine rounds fractions and converts Booleans, exponents and separators to numbers.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class WholeNumberTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Gets or sets a value that indicates whether a blank string, such as an empty cell of a CSV file, counts as a value that isn't specified.</summary>
    public bool AllowsEmptyCell { get; set; }

    /// <inheritdoc/>
    /// <remarks>Null stays null, so that the parameter's type accepts or rejects it. In a list, the engine would convert it to 0.</remarks>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Argument.Value(inputData) is null ? null : Argument.Each(inputData, Read);

    /// <summary>Tries to read one number.</summary>
    /// <param name="value">The value.</param>
    /// <param name="asTyped">The text of a literal, or <see langword="null"/> if it isn't known.</param>
    /// <param name="number">The number.</param>
    /// <param name="problem">The reason why the value can't be read.</param>
    /// <returns><see langword="true"/> if the value can be read; otherwise, <see langword="false"/>.</returns>
    private protected virtual bool TryRead(object? value, string? asTyped, out long number, out string problem) =>
        WholeNumbers.TryRead(value, asTyped, out number, out problem);

    private object? Read(object? item)
    {
        object? value = Argument.Value(item);
        if (AllowsEmptyCell && Argument.IsMissing(value))
        {
            return null;
        }

        return TryRead(value, Argument.LiteralText(item), out long number, out string problem)
            ? number
            : throw new ArgumentTransformationMetadataException(problem);
    }
}
