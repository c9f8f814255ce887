using System;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
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
        object?[] given = (arguments ?? []).Select(static argument => argument is PSObject shown ? shown.BaseObject : argument).ToArray();
        return given.OfType<string>().FirstOrDefault() is { Length: > 0 } format
            ? time.ToString(format, given.OfType<IFormatProvider>().FirstOrDefault())
            : time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
    }

    /// <summary>Adds the time to an object, in the form that PowerShell shows.</summary>
    /// <param name="model">The object.</param>
    /// <param name="property">The name of the property that holds the time.</param>
    /// <param name="time">The local time, or <see langword="null"/>.</param>
    /// <returns>The same object, with that property.</returns>
    internal static PSObject With(object model, string property, DateTime? time)
    {
        PSObject shown = PSObject.AsPSObject(model);
        if (time is { } value && shown.Properties[property] is not PSNoteProperty)
        {
            var local = new PSObject(value);
            local.Methods.Add(new TextMember());
            shown.Properties.Add(new PSNoteProperty(property, local));
        }

        return shown;
    }

    // It hides all overloads of DateTime.ToString, so it accepts the same arguments. PowerShell passes a format only to a method with more than one overload.
    private sealed class TextMember() : PSCodeMethod(nameof(ToString), TextMethod)
    {
        public override Collection<string> OverloadDefinitions => ["string ToString()", "string ToString(string format, System.IFormatProvider provider)"];

        public override PSMemberInfo Copy() => new TextMember();
    }
}
