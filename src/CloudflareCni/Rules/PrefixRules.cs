using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>Checks the prefixes that a user enters, such as the extra prefixes of a BGP session.</summary>
public static class PrefixRules
{
    /// <summary>Checks a prefix, such as one for Cloudflare to advertise to the customer.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="text">The prefix, <c>A.B.C.D/N</c>.</param>
    /// <returns>The prefix in the API's format.</returns>
    /// <exception cref="CniArgumentException">The text isn't an IPv4 prefix, or has host bits set.</exception>
    public static string CheckExtraPrefix(string parameterName, string? text)
    {
        IpPrefix prefix = IpPrefix.Parse(parameterName, text);
        return prefix.IsNetworkAddress
            ? prefix.ToString()
            : throw new CniArgumentException(parameterName, $"{prefix} isn't a network address. Did you mean {prefix.Network}?");
    }

    /// <summary>Checks prefixes, such as those for Cloudflare to advertise to the customer. Their order doesn't change, and duplicates are kept.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="texts">The prefixes, each as <c>A.B.C.D/N</c>; can be empty.</param>
    /// <returns>The prefixes in the API's format.</returns>
    /// <exception cref="CniArgumentException">A text isn't an IPv4 prefix, or has host bits set.</exception>
    public static IReadOnlyList<string> CheckExtraPrefixes(string parameterName, IEnumerable<string> texts) =>
        texts.Select(text => CheckExtraPrefix(parameterName, text)).ToArray();
}
