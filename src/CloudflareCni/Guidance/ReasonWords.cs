using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudflareCni.Guidance;

/// <summary>What the words of a reason mean. The API documents none of them, so that only plain words count and everything else stays unknown.</summary>
internal static class ReasonWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const double NoLightDbm = -40;
    private const double LowLightDbm = -20;

    // A reason is free text, which may say the opposite of a word in it.
    private static readonly Regex Level = new(@"(?<sign>[-\u2212\u2013])\s?(?<number>[0-9]{1,3}(?:\.[0-9]{1,3})?)\s?dBm", Options);
    private static readonly Regex Dark = new(@"\b(?:no|without) (?:light|optical signal|signal)\b|\bloss of (?:signal|light)\b|\bLOS\b", Options);
    private static readonly Regex Weak = new(@"\b(?:low|weak|insufficient) (?:\w+ )?(?:light|power|level)|\b(?:light|power|level)s?\b.{0,20}\b(?:low|weak|below)\b", Options);
    private static readonly Regex Bad = new(@"\b(?:CRC|FEC|flap\w*|(?:input|output|symbol|frame|bit|interface) errors?)\b", Options);
    private static readonly Regex Denied = new(@"\b(?:no|without|zero|0) (?:\w+ )?(?:CRC|FEC|flap\w*|errors?)\b", Options);

    /// <summary>Tells what a reason is about.</summary>
    /// <param name="reason">The API's text.</param>
    /// <returns>What it is about.</returns>
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

    // The first level is what was measured. A later one is what it is compared with.
    private static double? LevelIn(string reason) =>
        Level.Match(reason) is { Success: true } match ? -double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;
}
