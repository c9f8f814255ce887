using System;

namespace CloudflareCni;

/// <summary>Decides how long to wait before interconnects are checked again.</summary>
/// <remarks>
/// The checks use at most a quarter of the 1,200 requests that Cloudflare accepts in five minutes, so that other commands with the same token aren't delayed.
/// Unless the user specifies the time, it grows with the wait: a link that has been down for an hour rarely comes up within seconds.
/// </remarks>
internal static class PollPace
{
    // Five minutes / (1,200 requests / 4).
    private static readonly TimeSpan ForEachInterconnect = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Returns the time until the next check.</summary>
    /// <param name="count">The number of interconnects to check.</param>
    /// <param name="waited">The time since the wait began.</param>
    /// <param name="specifiedSec">The time that the user specified, in seconds, or <see langword="null"/> for the default, from 15 to 60 seconds.</param>
    /// <returns>The specified or default time, or one second for each interconnect if that's longer. In whole seconds, because timers aren't exact.</returns>
    public static TimeSpan Next(int count, TimeSpan waited, int? specifiedSec)
    {
        TimeSpan share = TimeSpan.FromTicks(ForEachInterconnect.Ticks * count);
        TimeSpan wanted = specifiedSec is { } seconds ? TimeSpan.FromSeconds(seconds) : Within(TimeSpan.FromSeconds(Math.Floor(waited.TotalSeconds / 20)));
        return wanted > share ? wanted : share;
    }

    private static TimeSpan Within(TimeSpan time) => time < Shortest ? Shortest : time > Longest ? Longest : time;
}
