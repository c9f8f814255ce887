using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>What the extra prefixes of a BGP session may be.</summary>
public static class PrefixRules
{
    /// <summary>Checks a prefix that Cloudflare shall advertise to the customer.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="text">The prefix, <c>A.B.C.D/N</c>.</param>
    /// <returns>The prefix in the API's form.</returns>
    /// <exception cref="CniArgumentException">The text is no IPv4 prefix, or has host bits set.</exception>
    public static string CheckExtraPrefix(string parameterName, string? text)
    {
        IpPrefix prefix = IpPrefix.Parse(parameterName, text);
        return prefix.IsNetworkAddress
            ? prefix.ToString()
            : throw new CniArgumentException(parameterName, $"{prefix} is no network address: did you mean {prefix.Network}?");
    }

    /// <summary>Checks the prefixes that Cloudflare shall advertise to the customer. Order and duplicates stay as given.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="texts">The prefixes, each <c>A.B.C.D/N</c>; may be empty.</param>
    /// <returns>The prefixes in the API's form.</returns>
    /// <exception cref="CniArgumentException">One is no IPv4 prefix, or has host bits set.</exception>
    public static IReadOnlyList<string> CheckExtraPrefixes(string parameterName, IEnumerable<string> texts) =>
        texts.Select(text => CheckExtraPrefix(parameterName, text)).ToArray();
}
