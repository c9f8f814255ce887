using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>The requests that a script sent, read from its Verbose lines: cmdlets under watch need -Verbose.</summary>
internal static partial class RequestLog
{
    /// <summary>Each request as method and path behind the account's CNI address, such as <c>GET /slots?limit=5</c>, or behind the account: <c>GET /magic/routes</c>.</summary>
    /// <param name="result">What the script wrote.</param>
    /// <returns>The requests in their order.</returns>
    public static IReadOnlyList<string> Requests(this RunResult result) =>
        Matches(result).Select(match => $"{match.Groups["method"].Value} {match.Groups["path"].Value}").ToList();

    /// <summary>The account that each request named.</summary>
    /// <param name="result">What the script wrote.</param>
    /// <returns>The account IDs in the requests' order.</returns>
    public static IReadOnlyList<string> AccountsAsked(this RunResult result) => Matches(result).Select(match => match.Groups["account"].Value).ToList();

    private static IEnumerable<Match> Matches(RunResult result) => result.Verbose.Select(line => Line().Match(line)).Where(match => match.Success);

    [GeneratedRegex(@"^(?<method>[A-Z]+) /accounts/(?<account>[^/]+)(?:/cni|(?=/magic))(?<path>/\S+): ")]
    private static partial Regex Line();
}
