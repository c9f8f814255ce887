using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Reads the requests that a script sent from its verbose messages. The cmdlets must run with -Verbose.</summary>
internal static partial class RequestLog
{
    /// <summary>Gets each request as the method and the path after the account, such as <c>GET /slots?limit=5</c> for CNI and <c>GET /magic/routes</c> for Magic.</summary>
    /// <param name="result">The result of the script.</param>
    /// <returns>The requests, in order.</returns>
    public static IReadOnlyList<string> Requests(this RunResult result) =>
        Matches(result).Select(match => $"{match.Groups["method"].Value} {match.Groups["path"].Value}").ToList();

    /// <summary>Gets the account of each request.</summary>
    /// <param name="result">The result of the script.</param>
    /// <returns>The account IDs, in the order of the requests.</returns>
    public static IReadOnlyList<string> AccountsAsked(this RunResult result) => Matches(result).Select(match => match.Groups["account"].Value).ToList();

    private static IEnumerable<Match> Matches(RunResult result) => result.Verbose.Select(line => Line().Match(line)).Where(match => match.Success);

    [GeneratedRegex(@"^(?<method>[A-Z]+) /accounts/(?<account>[^/]+)(?:/cni|(?=/magic))(?<path>/\S+): ")]
    private static partial Regex Line();
}
