namespace CloudflareCni;

/// <summary>Checks the customer name on a Letter of Authorization.</summary>
public static class LoaNameRules
{
    /// <summary>The maximum number of characters that the API accepts. A surrogate pair counts as one character.</summary>
    public const int MaxLength = 200;

    /// <summary>Checks a customer name.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="name">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CniArgumentException">The name is blank, contains a control character, or has more than 200 characters.</exception>
    public static string Check(string parameterName, string? name)
    {
        string text = TextRules.Check(parameterName, name, "customer name for the LOA");
        int length = Characters.Count(text);
        return length <= MaxLength
            ? text
            : throw new CniArgumentException(
                parameterName, $"The customer name for the LOA {DisplayText.Quote(text)} has {DisplayText.Number(length)} characters. Use at most 200.");
    }
}
