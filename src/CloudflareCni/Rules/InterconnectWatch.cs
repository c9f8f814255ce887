using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>Records the states of one interconnect until it reaches a wanted one. It doesn't read them itself. Not thread-safe.</summary>
public sealed class InterconnectWatch
{
    private const int MaxDisplayedStates = 8;

    private readonly IReadOnlyCollection<string> _wanted;
    private readonly List<string> _history = [];
    private Exception? _lastFailure;

    /// <summary>Initializes a new instance of the <see cref="InterconnectWatch"/> class.</summary>
    /// <param name="interconnect">The interconnect's name.</param>
    /// <param name="wanted">The states to wait for, in upper or lower case.</param>
    public InterconnectWatch(string interconnect, IReadOnlyCollection<string> wanted)
    {
        Interconnect = interconnect;
        _wanted = wanted;
    }

    /// <summary>Gets the interconnect's name.</summary>
    public string Interconnect { get; }

    /// <summary>Gets the last state, or <see langword="null"/> before the first.</summary>
    public string? State => _history.Count == 0 ? null : _history[_history.Count - 1];

    /// <summary>Gets a value indicating whether the last state is a wanted one.</summary>
    public bool HasReached => State is { } state && _wanted.Contains(state, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the states in the order in which they occurred; only the last few if there are many.</summary>
    public string History => (_history.Count > MaxDisplayedStates ? "… -> " : "") + string.Join(" -> ", _history.Skip(_history.Count - MaxDisplayedStates));

    /// <summary>Describes the progress of a wait for several interconnects.</summary>
    /// <param name="waiting">The interconnects that aren't ready yet.</param>
    /// <param name="total">The number of interconnects.</param>
    /// <param name="elapsed">The time since the wait began.</param>
    /// <param name="rest">The time until the next check.</param>
    /// <returns>One line.</returns>
    public static string Progress(IReadOnlyCollection<InterconnectWatch> waiting, int total, TimeSpan elapsed, TimeSpan rest)
    {
        IEnumerable<string> states = waiting
            .GroupBy(watch => watch.State ?? "unknown", StringComparer.OrdinalIgnoreCase)
            .Select(group => $"{group.Count()} {group.Key}");
        return FormattableString.Invariant(
            $"{total - waiting.Count} of {total} ready ({string.Join(", ", states)}), {elapsed:h\\:mm\\:ss} elapsed, next check in {Math.Ceiling(rest.TotalSeconds)} s");
    }

    /// <summary>Records a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns><see langword="true"/> if the interconnect flaps, which means that it's back in a state that it had left; otherwise, <see langword="false"/>.</returns>
    public bool Observe(string state)
    {
        _lastFailure = null;
        if (state.Equals(State, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        bool isBack = _history.Contains(state, StringComparer.OrdinalIgnoreCase);
        _history.Add(state);
        return isBack;
    }

    /// <summary>Records that the state couldn't be read.</summary>
    /// <param name="failure">The cause.</param>
    public void RecordFailure(Exception failure) => _lastFailure = failure;

    /// <summary>Creates the error for a wait that timed out.</summary>
    /// <param name="waited">The time since the wait began.</param>
    /// <returns>The error.</returns>
    public CniException TimedOut(TimeSpan waited)
    {
        string wanted = string.Join(" or ", _wanted.Select(DisplayText.Quote));
        string seconds = FormattableString.Invariant($"{waited.TotalSeconds:0}");
        string seen = _history.Count switch
        {
            0 => "Its state couldn't be read",
            1 => $"It was {State} throughout",
            _ => $"Its states were {History}",
        };
        string failure = _lastFailure is null ? "" : $" The last check failed: {_lastFailure.Message}";
        return new CniException(
            CniErrorKind.WaitTimedOut, $"Interconnect {Interconnect} didn't reach the state {wanted} within {seconds} seconds. {seen}.{failure}", _lastFailure);
    }
}
