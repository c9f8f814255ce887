using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace CloudflareCni.Tests.Faults;

/// <summary>A request as it came over the wire.</summary>
internal sealed class WireRequest(string method, string target, string head, string body)
{
    private static readonly Regex Credential = new("^(?:Authorization: Bearer|X-Auth-Key:) *(.+?)\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase);
    private static readonly Regex Key = new("\"(?:pairing_key|md5_key)\":\"([^\"]+)\"");

    public string Method { get; } = method;

    /// <summary>What the request line asks for, query included.</summary>
    public string Target { get; } = target;

    /// <summary>What stands behind the account's CNI address, without the query: <c>/slots</c>.</summary>
    public string Path { get; } = Behind(target, "/cni").Split('?')[0];

    public string Body { get; } = body;

    /// <summary>Everything in the request that its sender would not like to read in a log.</summary>
    public string Secrets
    {
        get
        {
            var found = new List<string>();
            foreach (Match match in Credential.Matches(head))
            {
                found.Add(match.Groups[1].Value);
            }

            foreach (Match match in Key.Matches(Body))
            {
                found.Add(match.Groups[1].Value);
            }

            return string.Join(" and ", found);
        }
    }

    private static string Behind(string target, string mark)
    {
        int at = target.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? target : target.Substring(at + mark.Length);
    }
}
