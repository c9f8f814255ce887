using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Reads arguments independently of how the engine wraps them.</summary>
internal static class Argument
{
    /// <summary>Gets the .NET value of an argument.</summary>
    /// <param name="argument">The argument, wrapped or not.</param>
    /// <returns>The value, or the argument itself if it doesn't have a .NET type.</returns>
    public static object? Value(object? argument) => argument is PSObject wrapped ? wrapped.BaseObject : argument;

    /// <summary>Converts each element of a list, or an argument that isn't a list.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="convert">The function that converts one element.</param>
    /// <returns>The converted value, or an array if the argument is a list.</returns>
    public static object? Each(object? argument, Func<object?, object?> convert) =>
        Value(argument) is IList list ? list.Cast<object?>().Select(convert).ToArray() : convert(argument);

    /// <summary>Determines whether a value is null, a blank string, an empty list, or a list that contains one of these.</summary>
    /// <param name="argument">The argument.</param>
    /// <returns><see langword="true"/> if the value is missing; otherwise, <see langword="false"/>.</returns>
    public static bool IsMissing(object? argument) => Value(argument) switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        IList list => list.Count == 0 || list.Cast<object?>().Any(IsMissing),
        _ => false,
    };

    /// <summary>Gets the text of a floating-point literal as it's written in the script, which the engine keeps with the number.</summary>
    /// <param name="argument">The argument.</param>
    /// <returns>The text, or <see langword="null"/> if the argument isn't such a literal or its text is the same as that of the number.</returns>
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
