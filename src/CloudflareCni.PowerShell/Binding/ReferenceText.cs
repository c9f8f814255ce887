using System;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Checks and compares the text of references.</summary>
internal static class ReferenceText
{
    /// <summary>Trims the text that identifies a resource.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">The kind of resource, with its article.</param>
    /// <returns>The text without leading and trailing white space.</returns>
    /// <exception cref="ArgumentException">The text is blank. The engine reports this as a binding error.</exception>
    public static string Trim(string? text, string what) => string.IsNullOrWhiteSpace(text)
        ? throw new ArgumentException($"A blank string doesn't identify {what}.")
        : text!.Trim();

    /// <summary>Gets the text of an ID for comparisons, because an ID has several notations.</summary>
    /// <param name="text">The ID.</param>
    /// <returns>The ID in the API's notation if it's a GUID; otherwise, the text in upper case.</returns>
    public static string Comparable(string text) => Guid.TryParse(text, out Guid id) ? id.ToString() : text.ToUpperInvariant();

    /// <summary>Creates the exception for a row that doesn't identify a resource.</summary>
    /// <param name="what">The kind of resource, with its article.</param>
    /// <returns>The exception.</returns>
    public static ArgumentException NotNamed(string what) => new($"The object doesn't identify {what}.");
}
