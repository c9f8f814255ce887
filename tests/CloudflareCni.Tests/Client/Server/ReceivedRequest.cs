using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CloudflareCni.Tests.Client.Server;

/// <summary>A request as it stood on the wire.</summary>
/// <param name="Connection">The number of the connection that it came on, from 1.</param>
/// <param name="Head">Request line and headers, without the empty line.</param>
/// <param name="Body">The body's bytes.</param>
internal sealed record ReceivedRequest(int Connection, string Head, byte[] Body)
{
    private readonly string[] _lines = Head.Split("\r\n");

    public string Line => _lines[0];

    public string Method => Line.Split(' ')[0];

    /// <summary>The request target, byte for byte.</summary>
    public string Target => Line.Split(' ')[1];

    public string Text => Encoding.UTF8.GetString(Body);

    public IReadOnlyList<string> HeaderNames => [.. _lines.Skip(1).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])];

    /// <summary>The value of a header that came once; null when it did not come.</summary>
    public string? Header(string name) =>
        _lines.Skip(1).SingleOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
