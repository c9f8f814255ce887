using System.Linq;
using System.Xml.Linq;

namespace CloudflareCni.Client;

/// <summary>Creates elements of a page. Text never becomes markup, because the framework's XML writer escapes it.</summary>
internal static class Html
{
    // The elements that don't have an end tag in HTML.
    private static readonly string[] Void = ["meta", "link", "input", "br", "hr"];

    /// <summary>Creates an element.</summary>
    /// <param name="name">The name.</param>
    /// <param name="content">Attributes, elements and texts. In a text, characters that are invisible or change the writing direction are replaced with their codes.</param>
    public static XElement Element(string name, params object?[] content)
    {
        var element = new XElement(name, content.Select(item => item is string text ? DisplayText.Escape(text) : item));
        if (element.IsEmpty && !Void.Contains(name))
        {
            element.Add("");
        }

        return element;
    }

    /// <summary>Creates an attribute.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public static XAttribute Attribute(string name, string value) => new(name, DisplayText.Escape(value));

    /// <summary>Creates the attribute for the classes of an element.</summary>
    /// <param name="classes">The classes, separated by spaces.</param>
    public static XAttribute Class(string classes) => new("class", classes);

    /// <summary>Creates a section with a heading.</summary>
    /// <param name="id">The ID of the section.</param>
    /// <param name="title">The heading.</param>
    /// <param name="content">The content below the heading.</param>
    public static XElement Section(string id, string title, params object?[] content) => Element(
        "section", Attribute("id", id), Attribute("aria-labelledby", $"{id}-title"), Element("h2", Attribute("id", $"{id}-title"), title), content);

    /// <summary>Gets a count with a noun in the singular or plural.</summary>
    /// <param name="count">The count.</param>
    /// <param name="noun">The singular of the noun, whose plural ends in s.</param>
    public static string Count(int count, string noun) => $"{DisplayText.Number(count)} {noun}{(count == 1 ? "" : "s")}";
}
