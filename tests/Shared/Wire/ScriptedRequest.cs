using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Wire;

/// <summary>A request as it was received.</summary>
/// <param name="Number">1 for the server's first request.</param>
/// <param name="Connection">The number of its connection, from 1.</param>
/// <param name="Head">The request line and headers, without the empty line.</param>
/// <param name="Bytes">The body's bytes.</param>
internal sealed record ScriptedRequest(int Number, int Connection, string Head, byte[] Bytes)
{
    private const string HeadEnd = "\r\n\r\n";

    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1");

    private readonly string[] _lines = Head.Split(["\r\n"], StringSplitOptions.None);

    /// <summary>Gets the placeholder for a request that isn't read.</summary>
    public static ScriptedRequest None { get; } = new(0, 0, "NONE / HTTP/1.1", []);

    /// <summary>Gets the request line.</summary>
    public string StartLine => _lines[0];

    public string Method => StartLine.Split(' ')[0];

    /// <summary>Gets the target of the request line, byte for byte, with its query.</summary>
    public string Target => StartLine.Split(' ')[1];

    /// <summary>Gets the path after the account's CNI address, without the query: <c>/slots</c>. For Magic it follows the account: <c>/magic/routes</c>.</summary>
    public string Path => (Target.Contains("/cni/") ? Behind("/cni") : Target.Contains("/magic/") ? "/magic" + Behind("/magic") : Behind("/client/v4")).Split('?')[0];

    /// <summary>Gets the method and the target after the account's CNI address: <c>GET slots?cursor=2</c>.</summary>
    public string Line => $"{Method} {Behind("/cni/")}";

    /// <summary>Gets the body as text.</summary>
    public string Body => Encoding.UTF8.GetString(Bytes);

    public IReadOnlyList<string> HeaderNames => [.. _lines.Skip(1).Select(line => line.Substring(0, line.IndexOf(':')))];

    /// <summary>Returns the value of a header, which must not be repeated, or <see langword="null"/> if there is none.</summary>
    public string? Header(string name) =>
        _lines.Skip(1).SingleOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?.Substring(name.Length + 1).Trim();

    /// <summary>Reads a request.</summary>
    /// <param name="stream">The stream. Nothing may follow the request, because the clients don't use pipelining.</param>
    /// <param name="connection">The connection's number.</param>
    /// <param name="number">Returns the request's number, after the request is complete.</param>
    /// <returns>The request, or <see langword="null"/> if the client closes the connection.</returns>
    public static async Task<ScriptedRequest?> ReadAsync(Stream stream, int connection, Func<int> number)
    {
        byte[] buffer = new byte[16 * 1024];
        int filled = 0;
        int end = -1;
        while (end < 0)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            int read = await stream.ReadSomeAsync(buffer, filled, buffer.Length - filled).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            filled += read;
            end = Latin1.GetString(buffer, 0, filled).IndexOf(HeadEnd, StringComparison.Ordinal);
        }

        var head = new ScriptedRequest(0, connection, Latin1.GetString(buffer, 0, end), []);
        byte[] body = new byte[int.Parse(head.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        int early = filled - end - HeadEnd.Length;
        Array.Copy(buffer, end + HeadEnd.Length, body, 0, early);
        while (early < body.Length)
        {
            int read = await stream.ReadSomeAsync(body, early, body.Length - early).ConfigureAwait(false);
            early += read > 0 ? read : throw new EndOfStreamException();
        }

        return head with { Number = number(), Bytes = body };
    }

    private string Behind(string mark)
    {
        int at = Target.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? Target : Target.Substring(at + mark.Length);
    }
}
