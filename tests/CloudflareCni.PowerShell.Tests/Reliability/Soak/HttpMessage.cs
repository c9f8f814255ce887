using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>An HTTP/1.1 request or response as it's transmitted, with a body of known length.</summary>
internal sealed class HttpMessage
{
    private readonly string _head;
    private readonly byte[] _body;

    private HttpMessage(string head, byte[] body)
    {
        _head = head;
        _body = body;
    }

    /// <summary>Gets the status of a response.</summary>
    public int Status => int.Parse(Start[1], CultureInfo.InvariantCulture);

    private string[] Start => _head.Split("\r\n", 2)[0].Split(' ');

    /// <summary>Creates a message from a request that was read.</summary>
    public static HttpMessage Of(ScriptedRequest request) => new(request.Head + "\r\n\r\n", request.Bytes);

    /// <summary>Reads one message.</summary>
    /// <param name="socket">The socket. No data may follow the message, because the clients don't use pipelining.</param>
    /// <param name="cancellationToken">The token that cancels reading.</param>
    /// <returns>The message, or null if the connection was closed before the first byte.</returns>
    public static async Task<HttpMessage?> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[8192];
        int length = 0;
        int end;
        while ((end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (length == buffer.Length)
            {
                throw new InvalidDataException("A head of more than 8 KiB.");
            }

            int read = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return length == 0 ? null : throw new EndOfStreamException();
            }

            length += read;
        }

        string head = Encoding.Latin1.GetString(buffer, 0, end + 4);
        byte[] body = new byte[int.Parse(Header(head, "Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        int filled = length - end - 4;
        if (filled > body.Length || Header(head, "Transfer-Encoding") is not null)
        {
            throw new InvalidDataException($"Bytes behind the message, or a body of unknown length: {head}");
        }

        buffer.AsSpan(end + 4, filled).CopyTo(body);
        while (filled < body.Length)
        {
            int read = await socket.ReceiveAsync(body.AsMemory(filled), cancellationToken);
            filled += read > 0 ? read : throw new EndOfStreamException();
        }

        return new HttpMessage(head, body);
    }

    public string? Header(string name) => Header(_head, name);

    /// <summary>Creates the same message with another header.</summary>
    public HttpMessage With(string name, string value) =>
        new(string.Join("\r\n", _head.Split("\r\n").Select(line => Is(line, name) ? $"{name}: {value}" : line)), _body);

    public byte[] ToBytes() => [.. Encoding.Latin1.GetBytes(_head), .. _body];

    private static string? Header(string head, string name) => head.Split("\r\n").FirstOrDefault(line => Is(line, name))?[(name.Length + 1)..].Trim();

    private static bool Is(string line, string name) => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase);
}
