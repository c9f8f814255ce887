using System;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>What the texts of references have in common.</summary>
internal static class ReferenceText
{
    /// <summary>Trims a text that names a resource.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What it names.</param>
    /// <returns>The text without the white space around it.</returns>
    /// <exception cref="ArgumentException">It is blank. The engine makes an error of binding of it.</exception>
    public static string Trim(string? text, string what) => string.IsNullOrWhiteSpace(text)
        ? throw new ArgumentException($"A blank text doesn't name {what}.")
        : text!.Trim();

    /// <summary>The text of an ID for comparisons: one ID can be written in several ways.</summary>
    /// <param name="text">The ID.</param>
    /// <returns>The ID in the API's form when it is a GUID; otherwise, the text in upper case.</returns>
    public static string Comparable(string text) => Guid.TryParse(text, out Guid id) ? id.ToString() : text.ToUpperInvariant();

    /// <summary>The error of a row that doesn't name a resource.</summary>
    /// <param name="what">The resource.</param>
    /// <returns>The error.</returns>
    public static ArgumentException NotNamed(string what) => new($"The object doesn't name {what}.");
}
