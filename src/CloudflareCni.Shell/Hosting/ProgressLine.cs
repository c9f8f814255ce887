using System;
using System.Threading;

namespace CloudflareCni.Shell.Hosting;

/// <summary>One line at the bottom of the terminal that says how far the work is.</summary>
internal sealed class ProgressLine(bool isShown)
{
    private const string EraseLine = "\r\e[K";
    private readonly Lock _gate = new();
    private bool _isThere;

    /// <summary>Shows the text in place of the one before.</summary>
    /// <param name="text">The text, cut to the terminal's width; null to take the line away.</param>
    public void Show(string? text)
    {
        if (!isShown)
        {
            return;
        }

        lock (_gate)
        {
            if (text is not null)
            {
                int width = Math.Max(Terminal.Width - 1, 0);
                Console.Error.Write(EraseLine + (text.Length > width ? text[..width] : text));
            }
            else if (_isThere)
            {
                Console.Error.Write(EraseLine);
            }

            _isThere = text is not null;
        }
    }
}
