using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>One field that an edit changes.</summary>
public sealed class CniFieldChange
{
    /// <summary>Makes a change.</summary>
    /// <param name="name">The field, by the name of its parameter.</param>
    /// <param name="from">What stands; null for nothing.</param>
    /// <param name="to">What shall stand; null for nothing.</param>
    public CniFieldChange(string name, object? from, object? to)
    {
        Name = name;
        From = from;
        To = to;
    }

    /// <summary>The field, by the name of its parameter; <c>Bgp</c> for a session that is removed.</summary>
    public string Name { get; }

    /// <summary>What stands: a text, a number, a list of texts, or null for nothing. An MD5 key only as <c>(a key)</c>.</summary>
    public object? From { get; }

    /// <summary>What shall stand: a text, a number, a list of texts, or null for nothing. An MD5 key only as <c>(a key)</c> or <c>(another key)</c>.</summary>
    public object? To { get; }

    /// <summary>What stands, for the user's eyes.</summary>
    public string FromText => Show(From);

    /// <summary>What shall stand, for the user's eyes.</summary>
    public string ToText => Show(To);

    /// <summary>The change for the user's eyes.</summary>
    /// <returns>One line, such as <c>Mtu: 1476 -> 1500</c>.</returns>
    public override string ToString() => $"{Name}: {FromText} -> {ToText}";

    private static string Show(object? value) => value switch
    {
        null => "(none)",
        string text => text.Length == 0 ? "''" : Shown.Escape(text),
        IReadOnlyList<string> list => list.Count == 0 ? "(none)" : string.Join(", ", list.Select(Shown.Escape)),
        _ => FormattableString.Invariant($"{value}"),
    };
}
