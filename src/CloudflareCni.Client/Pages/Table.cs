using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CloudflareCni.Client;

/// <summary>Creates tables. On a narrow screen, each row is a block in which each value has the name of its column.</summary>
internal static class Table
{
    /// <summary>Creates a table.</summary>
    /// <param name="style">The CSS class of the table.</param>
    /// <param name="caption">The caption.</param>
    /// <param name="columns">The names of the columns. The first column contains the headers of the rows.</param>
    /// <param name="rows">The values of each row.</param>
    public static XElement Create(string style, string caption, IReadOnlyList<string> columns, IEnumerable<object?[]> rows) => Html.Element(
        "table",
        Html.Class(style),
        Role("table"),
        Html.Element("caption", caption),
        Html.Element(
            "thead",
            Role("rowgroup"),
            Html.Element("tr", Role("row"), columns.Select(column => Html.Element("th", Role("columnheader"), Html.Attribute("scope", "col"), column)))),
        Html.Element("tbody", Role("rowgroup"), rows.Select(row => Html.Element("tr", Role("row"), row.Select((value, index) => Cell(columns[index], index, value))))));

    // The elements have these roles by default, but a browser ignores them if a style shows the table as blocks.
    private static XAttribute Role(string name) => Html.Attribute("role", name);

    private static XElement Cell(string column, int index, object? value) => index == 0
        ? Html.Element("th", Role("rowheader"), Html.Attribute("scope", "row"), value)
        : Html.Element("td", Role("cell"), Html.Attribute("data-column", column), value is null or "" ? Html.Element("span", Html.Class("none"), "\u2013") : value);
}
