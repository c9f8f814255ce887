namespace CloudflareCni;

/// <summary>Checks conduit names, interconnect names and account IDs.</summary>
public static class NameRules
{
    /// <summary>Checks a conduit's name.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="name">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CniArgumentException">The name is blank or contains a control character.</exception>
    public static string CheckConduit(string parameterName, string? name) => TextRules.Check(parameterName, name, "conduit name");

    /// <summary>Checks an interconnect's name, which is part of a request's path.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="name">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CniArgumentException">The name is blank, contains a control character, or is <c>.</c> or <c>..</c>.</exception>
    public static string CheckInterconnect(string parameterName, string? name)
    {
        string text = TextRules.Check(parameterName, name, "interconnect name");
        return IsDots(text)
            ? throw new CniArgumentException(
                parameterName, $"{DisplayText.Quote(text)} can't be the name of an interconnect, because it has a special meaning in a web address. Use Get-CniInterconnect to list the names.")
            : text;
    }

    /// <summary>Checks an account ID, which is part of a request's path.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="accountId">The account ID (the account tag).</param>
    /// <returns>The account ID.</returns>
    /// <exception cref="CniArgumentException">
    /// The account ID is blank, contains a character that can't be part of it, or is <c>.</c> or <c>..</c>. The message doesn't repeat it,
    /// because a user can enter a credential in its place by mistake.
    /// </exception>
    public static string CheckAccountId(string parameterName, string? accountId)
    {
        const string Right = "It has 32 letters and digits and isn't the account's name. The dashboard's address shows it after dash.cloudflare.com/.";
        if (string.IsNullOrWhiteSpace(accountId))
        {
            throw new CniArgumentException(parameterName, $"The account ID is blank. {Right}");
        }

        for (int i = 0; i < accountId!.Length; i++)
        {
            if (accountId[i] is <= ' ' or > '~' or '/' or '\\' or '?' or '#' or '%')
            {
                throw new CniArgumentException(
                    parameterName, $"The account ID has the character {DisplayText.Character(accountId, i)} at position {DisplayText.Number(i + 1)}. {Right}");
            }
        }

        return IsDots(accountId) ? throw new CniArgumentException(parameterName, $"The account ID consists of dots. {Right}") : accountId;
    }

    private static bool IsDots(string text) => text is "." or "..";
}
