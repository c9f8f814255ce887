using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Cleans a server's text for a message: one line, without control characters, of limited length and without secrets.</summary>
internal sealed class PlainText
{
    private const string Mask = "***";

    // Cloudflare's credentials are longer, and masking a shorter text would mask normal words.
    private const int MinSecretLength = 4;

    private readonly string[] _secrets;

    /// <summary>Initializes a new instance of the <see cref="PlainText"/> class.</summary>
    /// <param name="secrets">The texts to mask: the connection's secret, and those of a request.</param>
    public PlainText(params IEnumerable<string> secrets) => _secrets =
        [.. secrets.SelectMany(Forms).Where(form => form.Length >= MinSecretLength).Distinct().OrderByDescending(form => form.Length)];

    /// <summary>Cleans a text.</summary>
    /// <param name="text">The server's text.</param>
    /// <param name="longest">The maximum number of characters to keep.</param>
    public string Clean(string text, int longest)
    {
        string clean = Hide(OneLine(text));
        if (clean.Length <= longest)
        {
            return clean;
        }

        int end = char.IsHighSurrogate(clean[longest - 1]) ? longest - 1 : longest;
        return clean.Substring(0, end) + "…";
    }

    /// <summary>Determines whether a text contains a secret.</summary>
    public bool HoldsSecret(string text) => _secrets.Any(secret => text.IndexOf(secret, StringComparison.Ordinal) >= 0);

    /// <summary>Returns the readable text of a page: its title, or its text if it has no title.</summary>
    /// <param name="html">The page.</param>
    public static string FromHtml(string html)
    {
        string title = Between(html, "<title", "</title");
        return WebUtility.HtmlDecode(title.Trim().Length > 0 ? title : WithoutTags(html));
    }

    private static string Between(string html, string open, string close)
    {
        int tag = html.IndexOf(open, StringComparison.OrdinalIgnoreCase);
        int start = tag < 0 ? -1 : html.IndexOf('>', tag) + 1;
        int end = start <= 0 ? -1 : html.IndexOf(close, start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "" : html.Substring(start, end - start);
    }

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder();
        int position = 0;
        while (position < html.Length)
        {
            int tag = html.IndexOf('<', position);
            if (tag < 0)
            {
                return text.Append(html, position, html.Length - position).ToString();
            }

            text.Append(html, position, tag - position).Append(' ');
            position = End(html, tag);
        }

        return text.ToString();
    }

    private static int End(string html, int tag)
    {
        foreach (string element in new[] { "script", "style" })
        {
            if (string.Compare(html, tag + 1, element, 0, element.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                int close = html.IndexOf("</" + element, tag, StringComparison.OrdinalIgnoreCase);
                tag = close < 0 ? html.Length - 1 : close;
                break;
            }
        }

        int end = html.IndexOf('>', tag);
        return end < 0 ? html.Length : end + 1;
    }

    private string Hide(string text) => _secrets.Aggregate(text, static (line, secret) => line.Replace(secret, Mask));

    // The forms in which a server can repeat a secret: unchanged, on one line, in JSON, in an address.
    private static IEnumerable<string> Forms(string secret)
    {
        string text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(secret));
        yield return secret;
        yield return OneLine(secret);
        yield return text.Replace("/", "\\/");
        yield return JsonEncodedText.Encode(text).ToString();
        yield return Uri.EscapeDataString(text);
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        bool space = false;
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                space = line.Length > 0;
                continue;
            }

            // Format characters are invisible or change the direction of a line.
            if (char.IsControl(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format)
            {
                continue;
            }

            if (space)
            {
                line.Append(' ');
                space = false;
            }

            line.Append(character);
        }

        return line.ToString();
    }
}
