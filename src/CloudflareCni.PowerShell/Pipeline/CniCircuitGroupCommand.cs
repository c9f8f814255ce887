using System;
using System.Collections.Generic;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that judge circuits. They accept circuits from the pipeline, or read them by name.</summary>
public abstract class CniCircuitGroupCommand : CniCircuitCommand
{
    private readonly List<InterconnectReference> _names = [];
    private bool _readsAll;

    /// <summary>Gets the circuits or names of this pipeline object, or <see langword="null"/> for none.</summary>
    private protected abstract InterconnectReference[]? Input { get; }

    /// <summary>Gets a value that indicates whether circuits couldn't be read.</summary>
    private protected bool IsIncomplete { get; private set; }

    private protected override void Process()
    {
        if (Input is null && PipedAccount is not null)
        {
            // The circuits of a piped account are read before the next account arrives.
            Read(null);
            return;
        }

        _readsAll |= Input is null;
        foreach (InterconnectReference reference in Input ?? [])
        {
            if (reference.Circuit is { } circuit)
            {
                Take(circuit);
            }
            else
            {
                // Circuits that are specified by name are read together at the end.
                _names.Add(reference);
            }
        }
    }

    private protected override void End()
    {
        if (_readsAll || _names.Count > 0)
        {
            Read(_readsAll ? null : [.. _names]);
        }

        base.End();
    }

    private void Read(InterconnectReference[]? names)
    {
        IsIncomplete |= !ReadCircuits(names, Take);
        Drain();
    }

    /// <summary>Checks that a time isn't in the future.</summary>
    /// <param name="parameterName">The name of the parameter.</param>
    /// <param name="time">The time, or <see langword="null"/> for none.</param>
    /// <returns>The time in local time.</returns>
    /// <exception cref="CniArgumentException">The time is in the future.</exception>
    private protected static DateTime? PastTime(string parameterName, DateTime? time) => time?.ToUniversalTime() <= DateTime.UtcNow || time is null
        ? (time is { Kind: DateTimeKind.Utc } utc ? utc.ToLocalTime() : time)
        : throw new CniArgumentException(parameterName, $"-{parameterName} {time:s} is in the future. Use a date that has passed.");

    /// <summary>Processes a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    private protected abstract void Take(CniCircuit circuit);
}
