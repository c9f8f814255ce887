namespace CloudflareCni;

/// <summary>What every text needs that shall stand in a request.</summary>
internal static class TextRules
{
    /// <summary>Refuses a blank text and one with a control character or a lone surrogate.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="text">The text.</param>
    /// <param name="what">What the text is, such as <c>conduit name</c>.</param>
    /// <param name="isConfidential">Whether a message must not repeat the text.</param>
    internal static string Check(string parameterName, string? text, string what, bool isConfidential = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new CniArgumentException(parameterName, $"The {what} is blank: give at least one visible character.");
        }

        int bad = Characters.FindControl(text!);
        if (bad < 0)
        {
            return text!;
        }

        string subject = isConfidential ? $"The {what}" : $"The {what} {Shown.Quote(text!)}";
        string position = Shown.Number(Characters.Count(text!.Substring(0, bad)) + 1);
        throw new CniArgumentException(
            parameterName, $"{subject} has the character {Shown.Character(text, bad)} at position {position}: give it without control characters.");
    }
}
