using System;
using System.Management.Automation.Host;

namespace CloudflareCni.Shell.Hosting;

/// <summary>The console as a grid of cells: its size, its cursor and its keys.</summary>
internal sealed class ShellRawUserInterface(KeyReader keys) : PSHostRawUserInterface
{
    private const int RedirectedHeight = 50;

    public override ConsoleColor ForegroundColor
    {
        get => Console.ForegroundColor;
        set => Console.ForegroundColor = value;
    }

    public override ConsoleColor BackgroundColor
    {
        get => Console.BackgroundColor;
        set => Console.BackgroundColor = value;
    }

    public override Size BufferSize
    {
        get => WindowSize;
        set => throw NotSupported();
    }

    public override Size WindowSize
    {
        get => new(Terminal.Width, Console.IsOutputRedirected ? RedirectedHeight : Console.WindowHeight);
        set => throw NotSupported();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw NotSupported();
    }

    public override Coordinates CursorPosition
    {
        get => Console.IsOutputRedirected ? new(0, 0) : new(Console.CursorLeft, Console.CursorTop);
        set => Console.SetCursorPosition(value.X, value.Y);
    }

    public override int CursorSize
    {
        get => Console.CursorSize;
        set => throw NotSupported();
    }

    public override string WindowTitle
    {
        get => OperatingSystem.IsWindows() ? Console.Title : "";
        set => Console.Title = value;
    }

    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (Console.IsInputRedirected)
        {
            throw new HostException("A key cannot be read: input is not a terminal.");
        }

        ConsoleKeyInfo key = keys.ReadKey();
        if ((options & ReadKeyOptions.NoEcho) == 0)
        {
            Console.Write(key.KeyChar);
        }

        return new KeyInfo((int)key.Key, key.KeyChar, ControlKeys(key.Modifiers), keyDown: (options & ReadKeyOptions.IncludeKeyDown) != 0);
    }

    public override void FlushInputBuffer() => KeyReader.Discard();

    // Clear-Host asks for exactly this, with the whole screen.
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (rectangle is not { Left: -1, Top: -1, Right: -1, Bottom: -1 })
        {
            throw NotSupported();
        }

        Console.Clear();
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotSupported();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotSupported();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw NotSupported();

    private static ControlKeyStates ControlKeys(ConsoleModifiers modifiers) =>
        ((modifiers & ConsoleModifiers.Shift) != 0 ? ControlKeyStates.ShiftPressed : 0)
        | ((modifiers & ConsoleModifiers.Control) != 0 ? ControlKeyStates.LeftCtrlPressed : 0)
        | ((modifiers & ConsoleModifiers.Alt) != 0 ? ControlKeyStates.LeftAltPressed : 0);

    private static NotSupportedException NotSupported() => new("This shell's host cannot do that with the screen.");
}
