using System;
using System.Text;

namespace CloudflareCni.Client;

/// <summary>Recognizes a page that a firewall, a proxy or Cloudflare's edge sends in the API's place. The API itself never answers in HTML.</summary>
internal static class BlockPage
{
    // Titles and marks of Cloudflare's own pages; "error code" is what a client that asks for no HTML gets.
    private static readonly string[] Marks =
    [
        "attention required", "just a moment", "you have been blocked", "access denied", "cf-error-details", "challenge-platform", "cf-chl-",
    ];

    // 1006 to 1008 and 1106: the address is banned; 1009: its country; 1010: its browser; 1012: access denied; 1020: a firewall rule.
    private static readonly string[] Codes = ["1006", "1007", "1008", "1009", "1010", "1012", "1020", "1106"];

    /// <summary>Gets a value indicating whether an answer comes from before the API.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="mitigated">The <c>cf-mitigated</c> header; null when none came.</param>
    /// <param name="body">The body, or its beginning.</param>
    public static bool IsMet(int status, string? mitigated, ReadOnlySpan<byte> body)
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

        // A busy server's page is HTML as well: only what says that it blocks is taken for a block.
        string text = Encoding.UTF8.GetString(body.ToArray());
        return HasCode(text) || (isHtml && Array.Exists(Marks, mark => Contains(text, mark)));
    }

    private static bool HasCode(string text) => Array.Exists(Codes, code => Contains(text, "error code: " + code) || Contains(text, "error " + code));

    private static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
