using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>What an argument is below the engine's wrapping.</summary>
internal static class Argument
{
    /// <summary>The .NET value of an argument.</summary>
    /// <param name="argument">The argument, wrapped or not.</param>
    /// <returns>The value; for an object without a .NET type the argument itself.</returns>
    public static object? Value(object? argument) => argument is PSObject wrapped ? wrapped.BaseObject : argument;

    /// <summary>Converts each element of a list, and anything else as a whole.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="convert">Converts one element.</param>
    /// <returns>The result; an array for a list.</returns>
    public static object? Each(object? argument, Func<object?, object?> convert) =>
        Value(argument) is IList list ? list.Cast<object?>().Select(convert).ToArray() : convert(argument);

    /// <summary>Whether a value is missing: null, blank text, an empty list, or a list that holds one of these.</summary>
    /// <param name="argument">The argument.</param>
    /// <returns><c>true</c> if it is missing; otherwise, <c>false</c>.</returns>
    public static bool IsMissing(object? argument) => Value(argument) switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        IList list => list.Count == 0 || list.Cast<object?>().Any(IsMissing),
        _ => false,
    };

    /// <summary>The text of a floating-point literal as the script has it: the engine keeps it beside the number.</summary>
    /// <param name="argument">The argument.</param>
    /// <returns>The text; null when the argument isn't such a literal, or is one that reads as its number does.</returns>
    public static string? LiteralText(object? argument)
    {
        if (argument is not PSObject { BaseObject: double or float or decimal } wrapped)
        {
            return null;
        }

        string text = LanguagePrimitives.ConvertTo<string>(wrapped);
        return text == Convert.ToString(wrapped.BaseObject, CultureInfo.InvariantCulture) ? null : text;
    }
}
