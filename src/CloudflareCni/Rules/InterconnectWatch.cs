using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>Follows the states of one interconnect until it is in a wanted one. It is given the states; it asks nobody. Not thread-safe.</summary>
public sealed class InterconnectWatch
{
    private const int MostShown = 8;

    private readonly IReadOnlyCollection<string> _wanted;
    private readonly List<string> _history = [];
    private Exception? _miss;

    /// <summary>Begins to watch.</summary>
    /// <param name="interconnect">The interconnect's name.</param>
    /// <param name="wanted">The states to wait for, in any case of letters.</param>
    public InterconnectWatch(string interconnect, IReadOnlyCollection<string> wanted)
    {
        Interconnect = interconnect;
        _wanted = wanted;
    }

    /// <summary>The interconnect's name.</summary>
    public string Interconnect { get; }

    /// <summary>The last state that was seen; null before the first.</summary>
    public string? State => _history.Count == 0 ? null : _history[_history.Count - 1];

    /// <summary>Whether the last state is a wanted one.</summary>
    public bool IsThere => State is { } state && _wanted.Contains(state, StringComparer.OrdinalIgnoreCase);

    /// <summary>The states in the order in which they were seen, the last few of many.</summary>
    public string History => (_history.Count > MostShown ? "… -> " : "") + string.Join(" -> ", _history.Skip(_history.Count - MostShown));

    /// <summary>Describes how far a wait for several interconnects is.</summary>
    /// <param name="waiting">Those that are still waited for.</param>
    /// <param name="total">How many there were.</param>
    /// <param name="elapsed">How long the wait has lasted.</param>
    /// <param name="rest">How long it is until they are looked at again.</param>
    /// <returns>One line.</returns>
    public static string Progress(IReadOnlyCollection<InterconnectWatch> waiting, int total, TimeSpan elapsed, TimeSpan rest)
    {
        IEnumerable<string> states = waiting
            .GroupBy(watch => watch.State ?? "unknown", StringComparer.OrdinalIgnoreCase)
            .Select(group => $"{group.Count()} {group.Key}");
        return FormattableString.Invariant(
            $"{total - waiting.Count} of {total} there, {string.Join(", ", states)}; {elapsed:h\\:mm\\:ss} elapsed, next look in {Math.Ceiling(rest.TotalSeconds)} s");
    }

    /// <summary>Takes note of a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True when the interconnect flaps: it is back in a state that it had left before.</returns>
    public bool Observe(string state)
    {
        _miss = null;
        if (state.Equals(State, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        bool isBack = _history.Contains(state, StringComparer.OrdinalIgnoreCase);
        _history.Add(state);
        return isBack;
    }

    /// <summary>Takes note that the state could not be read.</summary>
    /// <param name="failure">Why.</param>
    public void Miss(Exception failure) => _miss = failure;

    /// <summary>Says that the time is over.</summary>
    /// <param name="waited">How long it was waited.</param>
    /// <returns>The error.</returns>
    public CniException TimedOut(TimeSpan waited)
    {
        string wanted = string.Join(" or ", _wanted);
        string seconds = FormattableString.Invariant($"{waited.TotalSeconds:0}");
        string seen = _history.Count switch
        {
            0 => "no state could be read",
            1 => $"it has been {State} all the time",
            _ => $"it is {State}, after {History}",
        };
        string failure = _miss is null ? "" : $" The last check failed: {_miss.Message}";
        return new CniException(
            CniErrorKind.WaitTimedOut, $"Interconnect {Interconnect} was not {wanted} within {seconds} seconds: {seen}.{failure}", _miss);
    }
}
