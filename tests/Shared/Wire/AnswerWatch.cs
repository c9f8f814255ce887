using System;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CloudflareCni.Tests.Wire;

/// <summary>Tracks the bytes that are sent on a connection, to detect whether the client expects to reuse the connection after a complete response.</summary>
internal sealed class AnswerWatch
{
    private static readonly Regex Length = new("^Content-Length: *(\\d+)", RegexOptions.Multiline | RegexOptions.IgnoreCase);
    private static readonly Regex Announced = new("^Connection: *close", RegexOptions.Multiline | RegexOptions.IgnoreCase);

    private readonly StringBuilder _head = new();
    private long _rest = -1;
    private bool _isClosing;

    /// <summary>Gets a value indicating whether the response is complete, but the client doesn't know that the connection ends with it.</summary>
    public bool LeavesClientWaiting => _rest == 0 && !_isClosing;

    /// <summary>Records bytes that are sent.</summary>
    public void Add(byte[] bytes)
    {
        if (_rest >= 0)
        {
            _rest = Math.Max(0, _rest - bytes.Length);
            return;
        }

        _head.Append(Encoding.GetEncoding("iso-8859-1").GetString(bytes));
        string head = _head.ToString();
        int end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return;
        }

        // A response without a length ends with its connection. How much of it was sent doesn't matter.
        _isClosing = Announced.IsMatch(head.Substring(0, end));
        _rest = Length.Match(head.Substring(0, end)) is { Success: true } length
            ? Math.Max(0, long.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture) - (head.Length - end - 4))
            : long.MaxValue;
    }
}
