using System.Text.RegularExpressions;

namespace CloudflareCni.PowerShell.Tests.Help;

/// <summary>An example of a page.</summary>
internal sealed partial class HelpPageExample
{
    public HelpPageExample(string page, string title, string body)
    {
        Page = page;
        Title = title;
        Match code = CodeBlock().Match(body);
        Code = code.Groups[1].Value;
        Remarks = HelpPage.Plain(CodeBlock().Replace(body, "", 1).Replace("```Output", "").Replace("```", ""));
    }

    public string Page { get; }

    public string Title { get; }

    public string Code { get; }

    /// <summary>The description of the example.</summary>
    public string Remarks { get; }

    public override string ToString() => $"{Page}, {Title}";

    [GeneratedRegex(@"^```powershell\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
