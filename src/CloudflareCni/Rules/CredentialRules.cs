namespace CloudflareCni;

/// <summary>Checks an API token, or an API key and its email address.</summary>
public static class CredentialRules
{
    /// <summary>Checks text that is sent in a header.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="text">The text.</param>
    /// <param name="what">The kind of text, such as <c>API token</c>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="CniArgumentException">The text is empty, or contains a character that can't be sent in a header. The message doesn't repeat the text.</exception>
    public static string Check(string parameterName, string? text, string what)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new CniArgumentException(parameterName, $"The {what} is empty. Enter it exactly as Cloudflare shows it.");
        }

        foreach (char character in text!)
        {
            if (character is <= ' ' or > '~')
            {
                throw new CniArgumentException(
                    parameterName,
                    $"The {what} has a character that can't be sent (white space, a control character or a character outside ASCII). "
                    + "Copy it again, without the word Bearer and without a line break.");
            }
        }

        return text!;
    }
}
