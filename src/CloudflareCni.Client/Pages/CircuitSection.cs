using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace CloudflareCni.Client;

/// <summary>Creates the section with the table of circuits.</summary>
internal static class CircuitSection
{
    private static readonly string[] Columns = ["Name", "State", "Location", "Facility", "Device", "Speed", "CNIs", "Dataplane", "Routes", "Checked"];

    public static XElement Create(IReadOnlyList<CniCircuit> circuits) => Html.Section(
        "circuits",
        "Circuits",
        circuits.Count == 0 ? Html.Element("p", "There are no circuits.") : Table.Create("circuits sortable", "Every circuit and its state", Columns, circuits.Select(Row)));

    private static object?[] Row(CniCircuit circuit) =>
    [
        circuit.Name,
        State(circuit),
        circuit.Location,
        circuit.Facility,
        circuit.Device,
        circuit.Speed,
        Cnis(circuit),
        circuit.Dataplane,
        circuit.Routes is null ? "not read" : Routes(circuit.Routes),
        circuit.CheckedAt is { } time ? Html.Element("span", Html.Class("time"), time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), " ", time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)) : null,
    ];

    private static XElement[] State(CniCircuit circuit) => string.IsNullOrEmpty(circuit.Reason)
        ? [Pill.State(circuit.State)]
        : [Pill.State(circuit.State), Html.Element("span", Html.Class("reason"), circuit.Reason)];

    private static object? Cnis(CniCircuit circuit) => circuit.Cnis is null ? "not read"
        : circuit.Cnis.Count == 0 ? null
        : Html.Element("ul", Html.Class("plain"), circuit.Cnis.Select(cni => Html.Element(
            "li", cni.ConduitName, Html.Element("span", Html.Class("address"), $"{cni.CustIp} to {cni.P2pIp}"))));

    private static XElement? Routes(IReadOnlyList<CniMagicRoute> routes) => routes.Count switch
    {
        0 => null,
        <= 3 => Html.Element("ul", Html.Class("plain address"), routes.Select(route => Html.Element("li", route.Prefix))),
        _ => Html.Element(
            "details",
            Html.Element("summary", Html.Count(routes.Count, "route")),
            Html.Element("ul", Html.Class("plain address"), routes.Select(route => Html.Element("li", route.Prefix)))),
    };
}
