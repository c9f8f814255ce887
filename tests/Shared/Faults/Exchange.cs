using System.Net.Sockets;
using System.Text;

namespace CloudflareCni.Tests.Faults;

/// <summary>One request and what the server does with it, down to the socket.</summary>
internal sealed class Exchange(Socket socket, WireRequest request, bool isKept)
{
    /// <summary>One byte a character: what a fault sends need not be text.</summary>
    private static readonly Encoding Bytes = Encoding.GetEncoding("iso-8859-1");

    public WireRequest Request { get; } = request;

    /// <summary>Whether the connection has served a request before.</summary>
    public bool IsKept { get; } = isKept;

    /// <summary>Whether the connection stays open for another request.</summary>
    public bool Keeps { get; private set; }

    /// <summary>Sends characters up to U+00FF as the bytes that they number.</summary>
    public void Send(string text) => Send(Bytes.GetBytes(text));

    public void Send(byte[] bytes)
    {
        for (int sent = 0; sent < bytes.Length;)
        {
            sent += socket.Send(bytes, sent, bytes.Length - sent, SocketFlags.None);
        }
    }

    /// <summary>Sends a whole answer of success.</summary>
    public void Answer(ApiBody body, bool keep = false)
    {
        Keeps = keep;
        Send($"HTTP/1.1 200 OK\r\nContent-Type: {body.ContentType}\r\nContent-Length: {body.Content.Length}\r\n"
            + $"Connection: {(keep ? "keep-alive" : "close")}\r\ncf-ray: 9a8b7c6d5e4f3a2b-TST\r\n\r\n");
        Send(body.Content);
    }

    /// <summary>Sends a status with a JSON body.</summary>
    public void Answer(int status, string json, string headers = "") => Send(
        $"HTTP/1.1 {status} Scripted\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\nConnection: close\r\ncf-ray: 9a8b7c6d5e4f3a2b-TST\r\n{headers}\r\n{json}");

    /// <summary>Breaks the connection off, so that the other side meets a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Reads some bytes, whatever they are.</summary>
    public void ReadAnything() => socket.Receive(new byte[512]);

    /// <summary>Lets much be sent before the other side reads, so that they need not take turns.</summary>
    public void HurryUp(int bytes) => socket.SendBufferSize = bytes;

    /// <summary>Says nothing more until the other side goes away.</summary>
    public void Hang()
    {
        while (socket.Receive(new byte[512]) > 0)
        {
        }
    }
}
