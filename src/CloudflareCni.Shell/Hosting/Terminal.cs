using System;
using System.IO;

namespace CloudflareCni.Shell.Hosting;

/// <summary>Where output goes, and whether a person reads it.</summary>
internal sealed class Terminal
{
    private const int RedirectedWidth = 120;
    private readonly ProgressLine _progress;

    /// <summary>Looks at the console of this process.</summary>
    /// <param name="mayAsk">False to behave as if nobody were there to answer.</param>
    public Terminal(bool mayAsk)
    {
        CanAsk = mayAsk && !Console.IsInputRedirected && !(Console.IsOutputRedirected && Console.IsErrorRedirected);
        bool styled = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        IsOutputStyled = styled && !Console.IsOutputRedirected;
        IsErrorStyled = styled && !Console.IsErrorRedirected;
        _progress = new ProgressLine(isShown: CanAsk && IsErrorStyled && !OperatingSystem.IsWindows());
    }

    /// <summary>Whether a person can be asked: input is a terminal, and the question can be seen.</summary>
    public bool CanAsk { get; }

    /// <summary>Whether output may carry colours.</summary>
    public bool IsOutputStyled { get; }

    private bool IsErrorStyled { get; }

    /// <summary>The columns that a line of output has.</summary>
    public static int Width => !Console.IsOutputRedirected && Console.WindowWidth > 0 ? Console.WindowWidth : RedirectedWidth;

    /// <summary>Writes what belongs to the result.</summary>
    /// <param name="text">The text, with its line ends.</param>
    /// <param name="color">The colour on a terminal; null for the usual one.</param>
    public void Write(string text, ConsoleColor? color = null) => Write(Console.Out, text, IsOutputStyled ? color : null);

    /// <summary>Writes what is said about the work, and is no result.</summary>
    /// <param name="text">The text, with its line ends.</param>
    /// <param name="color">The colour on a terminal; null for the usual one.</param>
    public void WriteError(string text, ConsoleColor? color = null) => Write(Console.Error, text, IsErrorStyled ? color : null);

    /// <summary>Writes what a person shall answer, where that person sees it.</summary>
    /// <param name="text">The text, with its line ends.</param>
    public void WriteQuestion(string text) => Write(Console.IsOutputRedirected ? Console.Error : Console.Out, text, null);

    /// <summary>Shows how far the work is, on a line that the next output replaces.</summary>
    /// <param name="text">The line; null when the work is done.</param>
    public void ShowProgress(string? text) => _progress.Show(text);

    private void Write(TextWriter writer, string text, ConsoleColor? color)
    {
        _progress.Show(null);
        if (color is not { } set)
        {
            writer.Write(text);
        }
        else if (OperatingSystem.IsWindows())
        {
            Console.ForegroundColor = set;
            writer.Write(text);
            Console.ResetColor();
        }
        else
        {
            // Console.ForegroundColor writes to standard output only, which may be redirected when standard error is not.
            writer.Write(AnsiColor.Wrap(text, set));
        }
    }
}
