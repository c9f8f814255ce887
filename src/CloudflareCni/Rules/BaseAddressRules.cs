using System;
using System.Net;

namespace CloudflareCni;

/// <summary>Checks the base address of the API.</summary>
public static class BaseAddressRules
{
    /// <summary>Checks a base address. An error message never repeats user information or a query.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="text">The address, such as <c>https://api.cloudflare.com/client/v4</c>.</param>
    /// <returns>The address without a slash at the end of its path.</returns>
    /// <exception cref="CniArgumentException">
    /// The address isn't an absolute http or https address; has user information, a query or a fragment; or uses http to another computer.
    /// </exception>
    public static Uri Check(string parameterName, string? text)
    {
        const string Right = "Use an address such as https://api.cloudflare.com/client/v4.";
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new CniArgumentException(parameterName, $"The base address is blank. {Right}");
        }

        string subject = $"The base address{Name(text!)}";
        if (Characters.FindControl(text!) >= 0 || !Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || !IsHttp(uri) || uri.Host.Length == 0)
        {
            throw new CniArgumentException(parameterName, $"{subject} isn't an absolute http or https address. {Right}");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new CniArgumentException(
                parameterName, $"The base address for {uri.Host} contains user information. Remove it, and pass the credential to Connect-Cni.");
        }

        if (text!.IndexOf('?') >= 0 || text.IndexOf('#') >= 0)
        {
            throw new CniArgumentException(parameterName, $"The base address for {uri.Host} has a query or a fragment. {Right}");
        }

        if (uri.Scheme == Uri.UriSchemeHttp && !IsLoopback(uri))
        {
            throw new CniArgumentException(
                parameterName, $"{subject} uses http, which would expose the credential on the network. Use https; http is allowed only for this computer (localhost).");
        }

        return new Uri(uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/'));
    }

    /// <summary>Determines whether an address is this computer: <c>localhost</c>, or an IP address of its loopback interface.</summary>
    /// <param name="uri">The address.</param>
    /// <returns><see langword="true"/> if a request to it can't leave this computer; otherwise, <see langword="false"/>.</returns>
    public static bool IsLoopback(Uri uri) =>
        string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    private static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;

    // Text that isn't a valid address can still contain a password before an @, or a key in a query.
    private static string Name(string text) =>
        text.IndexOf('@') >= 0 || text.IndexOf('?') >= 0 || text.IndexOf("%40", StringComparison.Ordinal) >= 0 ? "" : $" {DisplayText.Quote(text)}";
}
