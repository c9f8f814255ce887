using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CloudflareCni.Resiliency;

/// <summary>Formats names and numbers for findings.</summary>
internal static class ResiliencyText
{
    private const int MaxNames = 5;

    /// <summary>Gets the sorted names of circuits as a list in a sentence. Only the first few are listed.</summary>
    public static string Names(IEnumerable<ResiliencyLink> links) => Names(links.Select(link => link.Name));

    /// <summary>Gets sorted names as a list in a sentence. Only the first few are listed.</summary>
    public static string Names(IEnumerable<string> names)
    {
        string[] all = names.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(name => name, StringComparer.OrdinalIgnoreCase).Select(Text).ToArray();
        return all.Length > MaxNames ? $"{string.Join(", ", all.Take(MaxNames))} and {Number(all.Length - MaxNames)} more"
            : all.Length < 2 ? string.Concat(all)
            : $"{string.Join(", ", all.Take(all.Length - 1))} and {all[all.Length - 1]}";
    }

    /// <summary>Gets a text from the API as one line.</summary>
    public static string Text(string text) => DisplayText.Escape(text);

    /// <summary>Gets a number in digits, in the invariant culture.</summary>
    public static string Number(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets a number of circuits.</summary>
    public static string Circuits(int count) => count == 1 ? "1 circuit" : $"{Number(count)} circuits";

    /// <summary>Gets the state of a circuit as the end of a sentence.</summary>
    public static string State(CniCircuit circuit) => circuit.State is null ? "has a state that couldn't be read"
        : string.IsNullOrWhiteSpace(circuit.Reason) ? $"is {Text(circuit.State)}"
        : $"is {Text(circuit.State)} ('{Text(circuit.Reason!)}')";
}
