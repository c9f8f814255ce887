using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudflareCni.Resiliency;

/// <summary>Represents a circuit as the rules judge it: its failure domains and its bandwidth. A domain that isn't known is <see langword="null"/>, and never counts as a different one.</summary>
internal sealed class ResiliencyLink
{
    private static readonly Regex SpeedForm = new(@"\A\s*(?<number>[0-9]{1,6}(?:\.[0-9]{1,3})?)\s*(?<unit>[MGT])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Initializes a new instance of the <see cref="ResiliencyLink"/> class.</summary>
    /// <param name="circuit">The circuit.</param>
    public ResiliencyLink(CniCircuit circuit)
    {
        Circuit = circuit;
        Device = Key(circuit.Device);
        Facility = Key(circuit.Facility);
        Metro = Key(circuit.Metro);
        Gbps = Speed(circuit.Speed);
    }

    public CniCircuit Circuit { get; }

    public string Name => Circuit.Name;

    public string? Device { get; }

    public string? Facility { get; }

    public string? Metro { get; }

    /// <summary>Gets the bandwidth in Gbit/s, or <see langword="null"/> if the API doesn't show a valid one.</summary>
    public double? Gbps { get; }

    /// <summary>Gets a value indicating whether the circuit carries a CNI.</summary>
    public bool IsConfigured => Circuit.Cnis is { Count: > 0 };

    /// <summary>Gets a value indicating whether the circuit carries a CNI and is healthy.</summary>
    public bool IsWorking => IsConfigured && InterconnectStates.Is(Circuit.State, InterconnectStates.Healthy);

    private static string? Key(string? name) => string.IsNullOrWhiteSpace(name) ? null : name!.Trim();

    private static double? Speed(string? text)
    {
        Match match = SpeedForm.Match(text ?? "");
        if (!match.Success)
        {
            return null;
        }

        double number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value.ToUpperInvariant() switch
        {
            "M" => number / 1000,
            "T" => number * 1000,
            _ => number,
        };
    }
}
