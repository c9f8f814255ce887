using System;
using System.Collections.Generic;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that says something about circuits: it takes them from the pipeline, or reads them itself by name.</summary>
public abstract class CniCircuitGroupCommand : CniCircuitCommand
{
    private readonly List<InterconnectReference> _names = [];
    private bool _readsAll;

    /// <summary>Gets the circuits or names of this pipeline object; <see langword="null"/> for none.</summary>
    private protected abstract InterconnectReference[]? Input { get; }

    /// <summary>Gets a value indicating whether circuits were to be read and their list wasn't.</summary>
    private protected bool IsIncomplete { get; private set; }

    private protected override void Process()
    {
        if (Input is null && PipedAccount is not null)
        {
            // Each account has its turn while it is the one that was piped.
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
                // Read together in the end: the lists that circuits are made of are the same for all.
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

    /// <summary>Checks a time that must have been.</summary>
    /// <param name="parameterName">The parameter.</param>
    /// <param name="time">The time; <see langword="null"/> for none.</param>
    /// <returns>The time in local time.</returns>
    /// <exception cref="CniArgumentException">It's in the future.</exception>
    private protected static DateTime? PastTime(string parameterName, DateTime? time) => time?.ToUniversalTime() <= DateTime.UtcNow || time is null
        ? (time is { Kind: DateTimeKind.Utc } utc ? utc.ToLocalTime() : time)
        : throw new CniArgumentException(parameterName, $"-{parameterName} {time:s} is in the future. Use a date that has passed.");

    private void Read(InterconnectReference[]? names)
    {
        bool isRead = false;
        Attempt(null, () =>
        {
            ReadCircuits(names, Take);
            isRead = true;
        });
        IsIncomplete |= !isRead;
    }

    /// <summary>Takes a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    private protected abstract void Take(CniCircuit circuit);
}
