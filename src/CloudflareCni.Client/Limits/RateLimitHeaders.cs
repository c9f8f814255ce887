using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;

namespace CloudflareCni.Client;

/// <summary>Reads a server's rate limit headers: <c>Ratelimit</c>, <c>Ratelimit-Policy</c> and <c>Retry-After</c>.</summary>
/// <remarks>
/// As Cloudflare documents them: <c>Ratelimit: "default";r=50;t=30</c> (requests remaining, seconds until the reset) and
/// <c>Ratelimit-Policy: "default";q=100;w=60</c> (quota, window in seconds). A header that can't be read is ignored.
/// </remarks>
internal static class RateLimitHeaders
{
    private static readonly TimeSpan MaxWindow = TimeSpan.FromDays(1);

    /// <summary>Returns the quota and its window. If there are several, returns the one with the longest window, which is the one that locks out a client.</summary>
    public static (int Quota, TimeSpan Window)? Policy(HttpResponseMessage answer) => Items(answer, "Ratelimit-Policy")
        .Select(item => (Quota: Number(item, "q"), Window: Seconds(item, "w")))
        .Where(policy => policy.Quota is > 0 && policy.Window is not null)
        .Select(policy => ((int, TimeSpan)?)(policy.Quota!.Value, policy.Window!.Value))
        .OrderByDescending(policy => policy!.Value.Item2)
        .FirstOrDefault();

    /// <summary>Returns the number of remaining requests and the time until the reset. If there are several, returns the one with the fewest requests.</summary>
    public static (int Count, TimeSpan Reset)? Remaining(HttpResponseMessage answer) => Items(answer, "Ratelimit")
        .Select(item => (Count: Number(item, "r"), Reset: Seconds(item, "t")))
        .Where(remaining => remaining.Count is not null && remaining.Reset is not null)
        .Select(remaining => ((int, TimeSpan)?)(remaining.Count!.Value, remaining.Reset!.Value))
        .OrderBy(remaining => remaining!.Value.Item1)
        .FirstOrDefault();

    /// <summary>Returns the time to wait, which the header has as seconds or as a date.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage answer, TimeProvider clock)
    {
        TimeSpan? wait = answer.Headers.RetryAfter switch
        {
            { Delta: { } seconds } => seconds,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => null,
        };
        return wait is { } time && time < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static IEnumerable<string[]> Items(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out IEnumerable<string>? values)
            ? values.SelectMany(value => value.Split(',')).Select(item => item.Split(';').Select(part => part.Trim()).ToArray())
            : [];

    private static TimeSpan? Seconds(string[] item, string name) =>
        Number(item, name) is { } seconds && seconds <= MaxWindow.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;

    private static int? Number(string[] item, string name)
    {
        string? parameter = Array.Find(item, part => part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase));
        return int.TryParse(parameter?.Substring(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }
}
