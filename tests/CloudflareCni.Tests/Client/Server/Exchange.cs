using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Client.Server;

/// <summary>One request and what the server does about it. When the script returns, the connection waits for the next request unless it was closed.</summary>
internal sealed class Exchange(ReceivedRequest request, Socket socket, Stream stream, CancellationToken stopped)
{
    public ReceivedRequest Request { get; } = request;

    /// <summary>Cancelled when the server ends.</summary>
    public CancellationToken Stopped { get; } = stopped;

    public bool IsClosed { get; private set; }

    public async Task SendAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes, Stopped);
        await stream.FlushAsync(Stopped);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(Reply reply) => SendAsync([.. reply.Head(reply.Body.Length), .. reply.Body]);

    /// <summary>Waits as long as a test wants, but not beyond its server.</summary>
    public Task WaitAsync(Task task) => task.WaitAsync(Stopped);

    /// <summary>Waits until the client went away or the server ends.</summary>
    public async Task WaitForCloseAsync()
    {
        byte[] one = new byte[1];
        try
        {
            while (await stream.ReadAsync(one, Stopped) > 0)
            {
            }
        }
        catch (IOException)
        {
        }

        Close();
    }

    /// <summary>Ends the connection in order.</summary>
    public void Close()
    {
        IsClosed = true;
        stream.Dispose();
        socket.Dispose();
    }

    /// <summary>Breaks the connection (RST).</summary>
    public void Reset()
    {
        IsClosed = true;
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
