using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Wire;

/// <summary>One request and what the server does about it, down to the socket.</summary>
internal sealed class Exchange
{
    private readonly ScriptedServer _server;
    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly AnswerWatch _sent = new();

    internal Exchange(ScriptedServer server, ScriptedRequest request, Socket socket, Stream stream, bool isKept, CancellationToken stopped)
    {
        _server = server;
        _socket = socket;
        _stream = stream;
        Request = request;
        IsKept = isKept;
        Stopped = stopped;
    }

    public ScriptedRequest Request { get; }

    /// <summary>Gets a value indicating whether the connection has served a request before.</summary>
    public bool IsKept { get; }

    /// <summary>Cancelled when the server ends.</summary>
    public CancellationToken Stopped { get; }

    public bool IsClosed { get; private set; }

    /// <summary>Gets a value indicating whether the client went away.</summary>
    public bool HasHungUp => _socket.Poll(0, SelectMode.SelectRead) && _socket.Available == 0;

    public async Task SendAsync(byte[] bytes)
    {
        _sent.Add(bytes);
        await _stream.WriteAllAsync(bytes, bytes.Length).ConfigureAwait(false);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends characters up to U+00FF as the bytes that they number: what a fault sends need not be text.</summary>
    public Task SendBytesAsync(string characters) => SendAsync(Encoding.GetEncoding("iso-8859-1").GetBytes(characters));

    /// <summary>Sends an answer as far as it goes.</summary>
    public async Task SendAsync(ScriptedAnswer answer)
    {
        if (!await HoldAsync(answer.BeforeHeaders).ConfigureAwait(false))
        {
            return;
        }

        if (answer.Reset)
        {
            Reset();
            return;
        }

        await SendAsync(answer.Head(answer.Body.Length)).ConfigureAwait(false);
        if (!await HoldAsync(answer.BeforeBody).ConfigureAwait(false))
        {
            return;
        }

        int half = answer.Body.Length / 2;
        await SendAsync(Part(answer.Body, 0, half)).ConfigureAwait(false);
        if (answer.Truncate)
        {
            Close();
        }
        else if (await HoldAsync(answer.BeforeEnd).ConfigureAwait(false))
        {
            await SendAsync(Part(answer.Body, half, answer.Body.Length - half)).ConfigureAwait(false);
        }
    }

    /// <summary>Waits as long as a test wants, but not beyond its server.</summary>
    public async Task WaitAsync(Task task)
    {
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (Stopped.Register(() => stopped.TrySetCanceled()))
        {
            await (await Task.WhenAny(task, stopped.Task).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>Reads bytes, whatever they are.</summary>
    /// <param name="count">How many to wait for.</param>
    /// <returns>The bytes; fewer when the client went away.</returns>
    public async Task<byte[]> ReadAnythingAsync(int count = 1)
    {
        byte[] bytes = new byte[512];
        int filled = 0;
        for (int read = 1; read > 0 && filled < count; filled += read)
        {
            read = await _stream.ReadSomeAsync(bytes, filled, bytes.Length - filled).ConfigureAwait(false);
        }

        return Part(bytes, 0, filled);
    }

    /// <summary>Says nothing more until the client goes away or the server ends.</summary>
    public async Task WaitForCloseAsync()
    {
        byte[] some = new byte[512];
        try
        {
            while (await _stream.ReadSomeAsync(some, 0, some.Length).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (IOException)
        {
        }

        End();
    }

    /// <summary>Lets much be sent before the client reads, so that the two need not take turns.</summary>
    public void Buffer(int bytes) => _socket.SendBufferSize = bytes;

    /// <summary>Ends the connection in order.</summary>
    /// <exception cref="InvalidOperationException">The client may send its next request while this end is on its way to it.</exception>
    public void Close()
    {
        if (_sent.LeavesClientWaiting)
        {
            throw new InvalidOperationException("A whole answer is sent that doesn't say 'Connection: close': leave the connection open, or announce its end.");
        }

        End();
    }

    /// <summary>Breaks the connection (RST).</summary>
    public void Reset()
    {
        IsClosed = true;
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    private static byte[] Part(byte[] bytes, int start, int length)
    {
        byte[] part = new byte[length];
        Array.Copy(bytes, start, part, 0, length);
        return part;
    }

    private void End()
    {
        IsClosed = true;
        _stream.Dispose();
        _socket.Dispose();
    }

    // False when the client hung up before.
    private async Task<bool> HoldAsync(Task until)
    {
        if (until.IsCompleted)
        {
            await until.ConfigureAwait(false);
            return true;
        }

#if NET
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stopped);
        Task hungUp = _socket.ReceiveAsync(new byte[1], SocketFlags.Peek, over.Token).AsTask();
        Task first = await Task.WhenAny(until, hungUp).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        Stopped.ThrowIfCancellationRequested();
        if (first != until)
        {
            _server.NoteHangUp();
            End();
            return false;
        }

        await until.ConfigureAwait(false);
#else
        await WaitAsync(until).ConfigureAwait(false);
#endif
        return true;
    }
}
