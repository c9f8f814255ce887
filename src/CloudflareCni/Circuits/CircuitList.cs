using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace CloudflareCni.Circuits;

/// <summary>A part of a circuit that reads as one line of text, so that a CSV file has no type name in a cell.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="items">The objects.</param>
internal sealed class CircuitList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{
    /// <summary>Returns the text of the objects.</summary>
    /// <returns>One line, such as <c>10.0.0.0/8 via 172.24.0.0 (priority 100); 10.1.0.0/16 via 172.24.0.0 (priority 100)</c>.</returns>
    public override string ToString() => string.Join("; ", this);
}
