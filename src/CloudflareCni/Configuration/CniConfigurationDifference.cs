using System.Diagnostics.CodeAnalysis;

namespace CloudflareCni;

/// <summary>A difference between a configuration and an account, or between two configurations.</summary>
public sealed class CniConfigurationDifference
{
    internal CniConfigurationDifference()
    {
    }

    /// <summary>Gets the object that differs, such as <c>CNI core-primary on fra03-fr5-1</c>.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "Not a type: the word of the report.")]
    public string Object { get; internal init; } = "";

    /// <summary>Gets the field, as the file names it, such as <c>magic.mtu</c>; empty if the difference is the object itself.</summary>
    public string Field { get; internal init; } = "";

    /// <summary>Gets the value in the configuration: text, a number, a list of texts, or <c>null</c> for none. A key is never shown.</summary>
    public object? Expected { get; internal init; }

    /// <summary>Gets the value in the account, or in the reference file; <c>null</c> for none. A key is never shown.</summary>
    public object? Actual { get; internal init; }

    /// <summary>Gets what Import-CniConfiguration does to remove the difference.</summary>
    public CniConfigurationAction Action { get; internal init; }

    /// <summary>Gets the reason why nothing is done, or the switch that the import needs; <c>null</c> if there is none.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Gets the place in the configuration, as a JSON pointer such as <c>/cnis/3/magic/mtu</c>; empty if it isn't in the configuration.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "A JSON pointer (RFC 6901).")]
    public string Pointer { get; internal init; } = "";

    /// <summary>Gets the line in the file, from 1; <c>null</c> if it isn't in a file.</summary>
    public int? Line { get; internal init; }

    /// <summary>Gets a value indicating whether Import-CniConfiguration has made the change.</summary>
    /// <value><c>true</c> if the change was made; otherwise, <c>false</c>.</value>
    public bool Applied { get; internal set; }

    /// <summary>Returns the object, the field and both values.</summary>
    /// <returns>One line, such as <c>CNI lab on fra03-fr5-1: magic.mtu: 1476 -> 1500</c>.</returns>
    public override string ToString() => $"{Object}: {Change}";

    /// <summary>Gets a value indicating whether something has to be decided first, so that what the configuration asks for isn't done.</summary>
    internal bool IsBlocked { get; init; }

    /// <summary>Gets the field and both values, for -WhatIf.</summary>
    internal string Change => Field.Length == 0 ? Action.ToString() : new CniFieldChange(Field, Actual, Expected).ToString();
}
