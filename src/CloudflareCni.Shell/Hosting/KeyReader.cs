using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Security;
using System.Threading;

namespace CloudflareCni.Shell.Hosting;

/// <summary>Reads lines from a terminal key by key, because Console.ReadLine would go on with what was typed before Ctrl+C.</summary>
internal sealed class KeyReader(Interrupts interrupts, Terminal terminal)
{
    private const int PollMilliseconds = 15;
    private const char EndOfTransmission = '\x04';
    private const char EndOfFile = '\x1a';
    private const char EraseLine = '\x15';

    /// <summary>Reads a line and shows it.</summary>
    /// <returns>The line; null at the end of input (Ctrl+D, on Windows Ctrl+Z).</returns>
    /// <exception cref="PipelineStoppedException">Ctrl+C was pressed.</exception>
    public string? ReadLine()
    {
        List<char> line = [];
        return ReadShown(line, mask: null) ? new string([.. line]) : null;
    }

    /// <summary>Reads a line and shows a star for each character.</summary>
    /// <returns>The secret; null at the end of input.</returns>
    /// <exception cref="PipelineStoppedException">Ctrl+C was pressed.</exception>
    public SecureString? ReadSecret()
    {
        List<char> line = [];
        if (!ReadShown(line, mask: '*'))
        {
            return null;
        }

        var secret = new SecureString();
        line.ForEach(secret.AppendChar);
        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>Waits for one key.</summary>
    /// <returns>The key.</returns>
    /// <exception cref="PipelineStoppedException">Ctrl+C was pressed.</exception>
    public ConsoleKeyInfo ReadKey()
    {
        int before = interrupts.Count;
        while (!Console.KeyAvailable)
        {
            if (interrupts.Count != before)
            {
                throw new PipelineStoppedException();
            }

            Thread.Sleep(PollMilliseconds);
        }

        return Console.ReadKey(intercept: true);
    }

    /// <summary>Forgets the keys that were pressed and not read.</summary>
    public static void Discard()
    {
        while (!Console.IsInputRedirected && Console.KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    private bool ReadShown(List<char> line, char? mask)
    {
        try
        {
            return Read(line, mask);
        }
        catch (PipelineStoppedException)
        {
            terminal.WriteQuestion(Environment.NewLine);
            throw;
        }
    }

    private bool Read(List<char> line, char? mask)
    {
        while (true)
        {
            ConsoleKeyInfo key = ReadKey();
            if (key.Key == ConsoleKey.Enter)
            {
                terminal.WriteQuestion(Environment.NewLine);
                return true;
            }

            if (key.KeyChar is (EndOfTransmission or EndOfFile) && line.Count == 0)
            {
                terminal.WriteQuestion(Environment.NewLine);
                return false;
            }

            if (key.Key == ConsoleKey.Backspace && line.Count > 0)
            {
                Erase(line);
            }
            else if (key.KeyChar == EraseLine || key.Key == ConsoleKey.Escape)
            {
                while (line.Count > 0)
                {
                    Erase(line);
                }
            }
            else if (!char.IsControl(key.KeyChar) || key.KeyChar == '\t')
            {
                line.Add(key.KeyChar);
                terminal.WriteQuestion((mask ?? (key.KeyChar == '\t' ? ' ' : key.KeyChar)).ToString());
            }
        }
    }

    private void Erase(List<char> line)
    {
        int length = line.Count > 1 && char.IsLowSurrogate(line[^1]) ? 2 : 1;
        line.RemoveRange(line.Count - length, length);
        if (!Console.IsOutputRedirected && Console.CursorLeft == 0 && Console.CursorTop > 0)
        {
            (int Left, int Top) end = (Console.WindowWidth - 1, Console.CursorTop - 1);
            Console.SetCursorPosition(end.Left, end.Top);
            Console.Write(' ');
            Console.SetCursorPosition(end.Left, end.Top);
        }
        else
        {
            terminal.WriteQuestion("\b \b");
        }
    }
}
