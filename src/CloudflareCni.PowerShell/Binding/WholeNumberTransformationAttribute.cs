using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Takes whole numbers only. The engine by itself rounds fractions, and reads booleans, exponents and separators as numbers.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class WholeNumberTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether a blank text stands for a value that isn't given, as an empty cell of a CSV file does.</summary>
    public bool AllowsEmptyCell { get; set; }

    /// <inheritdoc/>
    /// <remarks>Null stays null, for the parameter's type to accept or to refuse. In a list the engine would make 0 of it.</remarks>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Argument.Value(inputData) is null ? null : Argument.Each(inputData, Read);

    /// <summary>Reads one number.</summary>
    /// <param name="value">The value.</param>
    /// <param name="asTyped">The text of a literal; null when it isn't known.</param>
    /// <param name="number">The number.</param>
    /// <param name="problem">Why it can't be read.</param>
    /// <returns>Whether it can be read.</returns>
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
