using System;
using System.Text;

namespace CloudflareCni.Client;

/// <summary>Recognizes a page that a firewall, a proxy or Cloudflare's edge returns instead of the API. The API itself never returns HTML.</summary>
internal static class BlockPage
{
    // Titles and markers of Cloudflare's own pages. A client that doesn't accept HTML gets "error code" instead.
    private static readonly string[] Marks =
    [
        "attention required", "just a moment", "you have been blocked", "access denied", "cf-error-details", "challenge-platform", "cf-chl-",
    ];

    // 1006 to 1008 and 1106: banned address; 1009: banned country; 1010: banned browser; 1012: access denied; 1020: firewall rule.
    private static readonly string[] Codes = ["1006", "1007", "1008", "1009", "1010", "1012", "1020", "1106"];

    /// <summary>Determines whether a challenge or block page answered instead of the API.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="mitigated">The <c>cf-mitigated</c> header, or <see langword="null"/> if there was none.</param>
    /// <param name="body">The body, or its beginning.</param>
    public static bool IsMatch(int status, string? mitigated, ReadOnlySpan<byte> body)
    {
        if (status is not (403 or 429 or 503))
        {
            return false;
        }

        if (!string.IsNullOrWhiteSpace(mitigated))
        {
            return true;
        }

        bool isHtml = ErrorBody.IsHtml(body);
        if (isHtml && status == 403)
        {
            return true;
        }

        if (JsonBytes.First(body) is null or (byte)'{' or (byte)'[')
        {
            return false;
        }

        // An overloaded server can return an HTML page as well, so the page must say that it blocks.
        string text = Encoding.UTF8.GetString(body.ToArray());
        return HasCode(text) || (isHtml && Array.Exists(Marks, mark => Contains(text, mark)));
    }

    private static bool HasCode(string text) => Array.Exists(Codes, code => Contains(text, "error code: " + code) || Contains(text, "error " + code));

    private static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
