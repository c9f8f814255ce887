using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Wire;

/// <summary>One request and the server's reaction to it, down to the socket.</summary>
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

    /// <summary>Gets a token that is cancelled when the server ends.</summary>
    public CancellationToken Stopped { get; }

    public bool IsClosed { get; private set; }

    /// <summary>Gets a value indicating whether the client has closed the connection.</summary>
    public bool HasHungUp => _socket.Poll(0, SelectMode.SelectRead) && _socket.Available == 0;

    public async Task SendAsync(byte[] bytes)
    {
        _sent.Add(bytes);
        await _stream.WriteAllAsync(bytes, bytes.Length).ConfigureAwait(false);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends characters up to U+00FF as single bytes, because a fault can send bytes that aren't text.</summary>
    public Task SendBytesAsync(string characters) => SendAsync(Encoding.GetEncoding("iso-8859-1").GetBytes(characters));

    /// <summary>Sends a response, or the part of it that the script wants.</summary>
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

    /// <summary>Waits for a task, or until the server ends.</summary>
    public async Task WaitAsync(Task task)
    {
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (Stopped.Register(() => stopped.TrySetCanceled()))
        {
            await (await Task.WhenAny(task, stopped.Task).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>Reads bytes, whatever they are.</summary>
    /// <param name="count">The number of bytes to wait for.</param>
    /// <returns>The bytes; fewer if the client closes the connection.</returns>
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

    /// <summary>Sends nothing more until the client closes the connection or the server ends.</summary>
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

    /// <summary>Enlarges the send buffer, so that the server can send much before the client reads.</summary>
    public void Buffer(int bytes) => _socket.SendBufferSize = bytes;

    /// <summary>Closes the connection normally.</summary>
    /// <exception cref="InvalidOperationException">The client could send its next request before it learns that the connection is closed.</exception>
    public void Close()
    {
        if (_sent.LeavesClientWaiting)
        {
            throw new InvalidOperationException("The response is complete and doesn't say 'Connection: close'. Leave the connection open, or send that header.");
        }

        End();
    }

    /// <summary>Resets the connection (RST).</summary>
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

    // Returns false if the client hangs up first.
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
