using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>One field that an edit changes.</summary>
public sealed class CniFieldChange
{
    /// <summary>Initializes a new instance of the <see cref="CniFieldChange"/> class.</summary>
    /// <param name="name">The name of the field's parameter.</param>
    /// <param name="from">The current value, or <see langword="null"/> for none.</param>
    /// <param name="to">The new value, or <see langword="null"/> for none.</param>
    public CniFieldChange(string name, object? from, object? to)
    {
        Name = name;
        From = from;
        To = to;
    }

    /// <summary>Gets the name of the field's parameter, or <c>Bgp</c> for a session that is removed.</summary>
    public string Name { get; }

    /// <summary>Gets the current value: a string, a number, a list of strings, or <c>null</c> for none. An MD5 key is shown only as <c>(a key)</c>.</summary>
    public object? From { get; }

    /// <summary>Gets the new value: a string, a number, a list of strings, or <c>null</c> for none. An MD5 key is shown only as <c>(a key)</c> or <c>(another key)</c>.</summary>
    public object? To { get; }

    /// <summary>Gets the current value as text for the user.</summary>
    public string FromText => Show(From);

    /// <summary>Gets the new value as text for the user.</summary>
    public string ToText => Show(To);

    /// <summary>Returns the change as text for the user.</summary>
    /// <returns>One line, such as <c>Mtu: 1476 -> 1500</c>.</returns>
    public override string ToString() => $"{Name}: {FromText} -> {ToText}";

    private static string Show(object? value) => value switch
    {
        null => "(none)",
        string text => text.Length == 0 ? "''" : DisplayText.Escape(text),
        IReadOnlyList<string> list => list.Count == 0 ? "(none)" : string.Join(", ", list.Select(DisplayText.Escape)),
        _ => FormattableString.Invariant($"{value}"),
    };
}
