namespace CloudflareCni;

/// <summary>What a token, an API key or its e-mail address may be.</summary>
public static class CredentialRules
{
    /// <summary>Checks what shall stand in a header.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="text">The text.</param>
    /// <param name="what">What it is, such as <c>API token</c>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="CniArgumentException">It is empty, or has a character that can't stand in a header. The message does not repeat it.</exception>
    public static string Check(string parameterName, string? text, string what)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new CniArgumentException(parameterName, $"The {what} is empty: give it as Cloudflare showed it.");
        }

        foreach (char character in text!)
        {
            if (character is <= ' ' or > '~')
            {
                throw new CniArgumentException(
                    parameterName,
                    $"The {what} has a character that can't be sent (white space, a control character or one beyond ASCII). "
                    + "Copy it again, alone: without the word Bearer and without a line break.");
            }
        }

        return text!;
    }
}
