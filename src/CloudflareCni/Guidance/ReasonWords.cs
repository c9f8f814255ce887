using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudflareCni.Guidance;

/// <summary>Finds the meaning of the reason for a state. The API doesn't document the reasons, so only unambiguous words are used, and every other reason is unknown.</summary>
internal static class ReasonWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const double NoLightDbm = -40;
    private const double LowLightDbm = -20;

    // A reason is free text, so it can also deny a word, as in "no CRC errors".
    private static readonly Regex Level = new(@"(?<sign>[-\u2212\u2013])\s?(?<number>[0-9]{1,3}(?:\.[0-9]{1,3})?)\s?dBm", Options);
    private static readonly Regex Dark = new(@"\b(?:no|without) (?:light|optical signal|signal)\b|\bloss of (?:signal|light)\b|\bLOS\b", Options);
    private static readonly Regex Weak = new(@"\b(?:low|weak|insufficient) (?:\w+ )?(?:light|power|level)|\b(?:light|power|level)s?\b.{0,20}\b(?:low|weak|below)\b", Options);
    private static readonly Regex Bad = new(@"\b(?:CRC|FEC|flap\w*|(?:input|output|symbol|frame|bit|interface) errors?)\b", Options);
    private static readonly Regex Denied = new(@"\b(?:no|without|zero|0) (?:\w+ )?(?:CRC|FEC|flap\w*|errors?)\b", Options);

    /// <summary>Gets the meaning of a reason.</summary>
    /// <param name="reason">The API's text.</param>
    /// <returns>The meaning.</returns>
    public static ReasonMeaning Read(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return ReasonMeaning.None;
        }

        double? level = LevelIn(reason!);
        return Dark.IsMatch(reason!) || level <= NoLightDbm ? ReasonMeaning.NoLight
            : level < LowLightDbm || (level is null && Weak.IsMatch(reason!)) ? ReasonMeaning.LowLight
            : Bad.IsMatch(reason!) && !Denied.IsMatch(reason!) ? ReasonMeaning.Errors
            : ReasonMeaning.Unknown;
    }

    // The first level is the measured one. The others are limits that it's compared with.
    private static double? LevelIn(string reason) =>
        Level.Match(reason) is { Success: true } match ? -double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;
}
