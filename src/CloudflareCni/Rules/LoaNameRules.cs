namespace CloudflareCni;

/// <summary>What the customer name on a Letter of Authorization may be.</summary>
public static class LoaNameRules
{
    /// <summary>The most characters that the API takes. A surrogate pair is one character.</summary>
    public const int MaxLength = 200;

    /// <summary>Checks a customer name.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="name">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CniArgumentException">It is blank, has a control character, or more than 200 characters.</exception>
    public static string Check(string parameterName, string? name)
    {
        string text = TextRules.Check(parameterName, name, "name for the LOA");
        int length = Characters.Count(text);
        return length <= MaxLength
            ? text
            : throw new CniArgumentException(
                parameterName, $"The name for the LOA {Shown.Quote(text)} has {Shown.Number(length)} characters: give at most 200.");
    }
}
