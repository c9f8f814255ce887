namespace CloudflareCni;

/// <summary>Checks text that is sent in a request.</summary>
internal static class TextRules
{
    /// <summary>Checks that a text isn't blank and doesn't contain a control character or a lone surrogate.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="text">The text.</param>
    /// <param name="what">The kind of text, such as <c>conduit name</c>.</param>
    /// <param name="isConfidential"><see langword="true"/> if a message must not repeat the text; otherwise, <see langword="false"/>.</param>
    internal static string Check(string parameterName, string? text, string what, bool isConfidential = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new CniArgumentException(parameterName, $"The {what} is blank. Use at least one visible character.");
        }

        int bad = Characters.FindControl(text!);
        if (bad < 0)
        {
            return text!;
        }

        string subject = isConfidential ? $"The {what}" : $"The {what} {DisplayText.Quote(text!)}";
        string position = DisplayText.Number(Characters.Count(text!.Substring(0, bad)) + 1);
        throw new CniArgumentException(
            parameterName, $"{subject} contains the character {DisplayText.Character(text, bad)} at position {position}, which can't be sent. Remove it.");
    }
}
