using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace CloudflareCni.Circuits;

/// <summary>Represents a list in a circuit. Its text is one line with all objects, so that Export-Csv doesn't write the name of the list's type.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="items">The objects.</param>
internal sealed class CircuitList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{
    /// <summary>Returns the text of the objects.</summary>
    /// <returns>One line, such as <c>10.0.0.0/8 via 172.24.0.0 (priority 100); 10.1.0.0/16 via 172.24.0.0 (priority 100)</c>.</returns>
    public override string ToString() => string.Join("; ", this);
}
