using System.Collections.Generic;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.Tests.Faults;

/// <summary>Contains what several faults do with an exchange before they break it.</summary>
internal static class FaultExchange
{
    private static readonly Regex Credential = new("^(?:Authorization: Bearer|X-Auth-Key:) *(.+?)\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase);
    private static readonly Regex Key = new("\"(?:pairing_key|md5_key)\":\"([^\"]+)\"");

    /// <summary>Sends a complete successful response.</summary>
    public static async Task AnswerAsync(this Exchange exchange, ApiBody body, bool keep = false)
    {
        await exchange.SendBytesAsync($"HTTP/1.1 200 OK\r\nContent-Type: {body.ContentType}\r\nContent-Length: {body.Content.Length}\r\n"
            + $"Connection: {(keep ? "keep-alive" : "close")}\r\ncf-ray: {ScriptedServer.Ray}\r\n\r\n").ConfigureAwait(false);
        await exchange.SendAsync(body.Content).ConfigureAwait(false);
        if (!keep)
        {
            exchange.Close();
        }
    }

    /// <summary>Sends a status with a JSON body.</summary>
    public static Task AnswerAsync(this Exchange exchange, int status, string json, string headers = "") => exchange.EndAsync(
        $"HTTP/1.1 {status} Scripted\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\nConnection: close\r\ncf-ray: {ScriptedServer.Ray}\r\n{headers}\r\n{json}");

    /// <summary>Sends the last part of a response, and closes the connection.</summary>
    public static async Task EndAsync(this Exchange exchange, string characters)
    {
        await exchange.SendBytesAsync(characters).ConfigureAwait(false);
        exchange.Close();
    }

    /// <summary>Returns the secrets in a request, which must not appear in a log.</summary>
    public static string Secrets(this ScriptedRequest request)
    {
        var found = new List<string>();
        foreach (Match match in Credential.Matches(request.Head))
        {
            found.Add(match.Groups[1].Value);
        }

        foreach (Match match in Key.Matches(request.Body))
        {
            found.Add(match.Groups[1].Value);
        }

        return string.Join(" and ", found);
    }
}
