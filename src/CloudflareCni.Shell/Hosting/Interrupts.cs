using System;
using System.Threading;

namespace CloudflareCni.Shell.Hosting;

/// <summary>Ctrl+C: stops what runs, or what is being typed, and not the shell.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly bool _staysAfterwards;
    private int _count;

    /// <summary>Starts to listen.</summary>
    /// <param name="staysAfterwards">
    /// True for an interactive session, which no Ctrl+C ends. False when the process ends with its command: then Ctrl+C while nothing
    /// can be stopped, or a second one while the stop is under way, ends the process at once.
    /// </param>
    public Interrupts(bool staysAfterwards)
    {
        _staysAfterwards = staysAfterwards;
        Console.CancelKeyPress += OnCancelKeyPress;
    }

    /// <summary>Stops what runs; false when nothing runs or it is being stopped already.</summary>
    public Func<bool> Stop { get; set; } = () => false;

    /// <summary>How often Ctrl+C was pressed. Who waits compares it with the number at the start.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <inheritdoc/>
    public void Dispose() => Console.CancelKeyPress -= OnCancelKeyPress;

    private void OnCancelKeyPress(object? sender, ConsoleCancelEventArgs e)
    {
        Interlocked.Increment(ref _count);
        e.Cancel = Stop() || _staysAfterwards;
    }
}
