namespace CloudflareCni.Client;

/// <summary>How a client proves to Cloudflare who it is. Its text form shows no secret.</summary>
public abstract class CniCredential
{
    private protected CniCredential()
    {
    }

    /// <summary>What must stand in no message; the server's words are searched for it.</summary>
    internal abstract string Secret { get; }

    /// <summary>Gives the headers that carry the credential.</summary>
    /// <returns>Names and values.</returns>
    internal abstract (string Name, string Value)[] GetHeaders();

    /// <summary>Refuses what can't stand in a header. The refusal does not repeat the value.</summary>
    private protected static string RequireHeaderText(string? value, string parameterName, string what)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new CniArgumentException(parameterName, $"The {what} is empty.");
        }

        foreach (char character in value!)
        {
            if (character is <= ' ' or > '~')
            {
                throw new CniArgumentException(
                    parameterName, $"The {what} has a character that can't be sent (white space, a control character or one beyond ASCII). Copy it again.");
            }
        }

        return value!;
    }
}
