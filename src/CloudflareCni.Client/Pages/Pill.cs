using System.Xml.Linq;
using CloudflareCni.Circuits;

namespace CloudflareCni.Client;

/// <summary>Creates the labels for states and results, which have a color, a symbol and the text.</summary>
internal static class Pill
{
    /// <summary>Creates the label for the state of a link.</summary>
    /// <param name="state">The state, in the API's words, or <see langword="null"/> if it couldn't be read.</param>
    public static XElement State(string? state) => Of(
        string.IsNullOrEmpty(state) ? LinkConditions.UnknownText : state!,
        LinkConditions.Of(state));

    /// <summary>Creates the label for the result of a rule.</summary>
    /// <param name="finding">The finding.</param>
    public static XElement Result(CniResiliencyFinding finding) => Of(finding.Result.ToString(), finding.Result switch
    {
        CniResiliencyResult.Pass => LinkCondition.Healthy,
        CniResiliencyResult.Fail when finding.Severity == CniResiliencySeverity.Error => LinkCondition.Down,
        CniResiliencyResult.Fail => LinkCondition.Unhealthy,
        CniResiliencyResult.Manual => LinkCondition.Pending,
        _ => LinkCondition.Unknown,
    });

    /// <summary>Gets the CSS class for a condition.</summary>
    /// <param name="condition">The condition.</param>
    public static string Class(LinkCondition condition) => condition switch
    {
        LinkCondition.Healthy => "healthy",
        LinkCondition.Pending => "pending",
        LinkCondition.Unhealthy => "unhealthy",
        LinkCondition.Down => "down",
        _ => "unknown",
    };

    private static XElement Of(string text, LinkCondition condition) => Html.Element("span", Html.Class($"pill {Class(condition)}"), text);
}
