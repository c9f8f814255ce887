using System;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace CloudflareCni.PowerShell.Views;

/// <summary>Shows the times of objects as ISO 8601 in every culture: in tables, lists, strings and CSV files.</summary>
/// <remarks>
/// The time is a note property of the object, so no types file is needed. The value is a <see cref="DateTime"/>, which serialization preserves. The text is
/// attached to the value because Export-Csv doesn't use views: in the culture th-TH, a plain <see cref="DateTime"/> shows the year 2569.
/// </remarks>
public static class TimeMembers
{
    private static readonly MethodInfo TextMethod = typeof(TimeMembers).GetMethod(nameof(Text))!;

    /// <summary>Gets the text of a time: ISO 8601 with seconds and the offset from UTC, or the format that a script specifies.</summary>
    /// <param name="instance">A <see cref="DateTime"/>.</param>
    /// <param name="arguments">A format, a culture, both, or nothing, as for <see cref="DateTime.ToString(string, IFormatProvider)"/>.</param>
    /// <returns>The text, such as <c>2026-11-25T13:25:48+01:00</c>.</returns>
    public static string Text(PSObject instance, params object?[]? arguments)
    {
        var time = (DateTime)instance.BaseObject;
        (string? format, IFormatProvider? provider) = ValueText.Read(arguments);
        return format is { Length: > 0 } ? time.ToString(format, provider) : time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
    }

    /// <summary>Adds the time to an object, in the form that PowerShell shows.</summary>
    /// <param name="model">The object.</param>
    /// <param name="property">The name of the property that holds the time.</param>
    /// <param name="time">The local time, or <see langword="null"/>.</param>
    /// <returns>The same object, with that property.</returns>
    internal static PSObject With(object model, string property, DateTime? time)
    {
        PSObject shown = PSObject.AsPSObject(model);
        if (time is { } value)
        {
            ValueText.Add(shown, property, value, TextMethod);
        }

        return shown;
    }
}
