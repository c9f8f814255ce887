namespace CloudflareCni;

/// <summary>What the names of conduits, interconnects and accounts may be.</summary>
public static class NameRules
{
    /// <summary>Checks a conduit's name.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="name">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CniArgumentException">It is blank or has a control character.</exception>
    public static string CheckConduit(string parameterName, string? name) => TextRules.Check(parameterName, name, "conduit name");

    /// <summary>Checks an interconnect's name, which stands in the path of a request.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="name">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CniArgumentException">It is blank, has a control character, or is <c>.</c> or <c>..</c>.</exception>
    public static string CheckInterconnect(string parameterName, string? name)
    {
        string text = TextRules.Check(parameterName, name, "interconnect name");
        return IsDots(text)
            ? throw new CniArgumentException(
                parameterName, $"{Shown.Quote(text)} can't be an interconnect's name: in a web address it means another place. Get-CniInterconnect lists the names.")
            : text;
    }

    /// <summary>Checks an account ID, which stands in the path of a request.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="accountId">The account ID (the account tag).</param>
    /// <returns>The account ID.</returns>
    /// <exception cref="CniArgumentException">
    /// It is blank, has a character that can't be part of it, or is <c>.</c> or <c>..</c>. The message does not repeat it: what is no
    /// account ID may be a credential that was put in its place.
    /// </exception>
    public static string CheckAccountId(string parameterName, string? accountId)
    {
        const string Right = "it is no name but 32 letters and digits, shown in the dashboard's address behind dash.cloudflare.com/.";
        if (string.IsNullOrWhiteSpace(accountId))
        {
            throw new CniArgumentException(parameterName, $"The account ID is blank: {Right}");
        }

        for (int i = 0; i < accountId!.Length; i++)
        {
            if (accountId[i] is <= ' ' or > '~' or '/' or '\\' or '?' or '#' or '%')
            {
                throw new CniArgumentException(
                    parameterName, $"The account ID has the character {Shown.Character(accountId, i)} at position {Shown.Number(i + 1)}: {Right}");
            }
        }

        return IsDots(accountId) ? throw new CniArgumentException(parameterName, $"The account ID consists of dots: {Right}") : accountId;
    }

    private static bool IsDots(string text) => text is "." or "..";
}
