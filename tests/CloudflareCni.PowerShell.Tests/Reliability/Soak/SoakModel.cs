using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>The objects that one runspace owns. Each object can be added only once.</summary>
internal sealed class SoakModel
{
    private readonly Dictionary<string, Line> _lines = [];
    private readonly Dictionary<Guid, Conduit> _conduits = [];

    /// <summary>All objects that were created.</summary>
    public int Created { get; private set; }

    public IReadOnlyList<Line> Lines => [.. _lines.Values];

    public IReadOnlyList<Conduit> Conduits => [.. _conduits.Values];

    public IReadOnlyList<Conduit> On(Line line) => [.. _conduits.Values.Where(conduit => conduit.Interconnect == line.Name)];

    public void Add(Line line)
    {
        _lines.Add(line.Name, line);
        Created++;
    }

    public void Add(Conduit conduit)
    {
        _conduits.Add(conduit.Id, conduit);
        Created++;
    }

    public void Replace(Conduit conduit) => _conduits[conduit.Id] = conduit;

    public void Remove(Line line) => _lines.Remove(line.Name);

    public void Remove(Conduit conduit) => _conduits.Remove(conduit.Id);
}
