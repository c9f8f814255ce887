using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

namespace CloudflareCni.Tests.Faults;

/// <summary>A server on loopback, down to the socket. A thread for each connection: what a fault does stands in its order.</summary>
internal sealed class WireServer : IDisposable
{
    private static readonly Regex Length = new("^Content-Length: *(\\d+)", RegexOptions.Multiline | RegexOptions.IgnoreCase);

    private readonly object _gate = new();
    private readonly List<Socket> _connections = [];
    private readonly Action<Exchange> _answer;
    private readonly bool _readsRequests;
    private Socket? _listener;
    private Thread? _accepting;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">What to do with a request; called on the connection's own thread.</param>
    /// <param name="readsRequests">False to be called with each connection at once, before anything was read.</param>
    public WireServer(Action<Exchange> answer, bool readsRequests = true)
    {
        _answer = answer;
        _readsRequests = readsRequests;
        Open();
    }

    public int Port { get; private set; }

    /// <summary>Listens, on the same port as before.</summary>
    public void Open()
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        listener.Listen(64);
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        _listener = listener;
        _accepting = new Thread(() => Accept(listener)) { IsBackground = true };
        _accepting.Start();
    }

    /// <summary>Listens no more: the next connection is refused. Those that are open stay.</summary>
    public void Refuse()
    {
        _listener!.Close();
        _accepting!.Join();
    }

    public void Dispose()
    {
        Refuse();
        lock (_gate)
        {
            _connections.ForEach(connection => connection.Close());
        }
    }

    private void Accept(Socket listener)
    {
        while (true)
        {
            Socket connection;
            try
            {
                connection = listener.Accept();
            }
            catch (Exception exception) when (IsEnd(exception))
            {
                return;
            }

            lock (_gate)
            {
                _connections.Add(connection);
            }

            new Thread(() => Serve(connection)) { IsBackground = true }.Start();
        }
    }

    private void Serve(Socket connection)
    {
        using (connection)
        {
            try
            {
                Exchange exchange;
                bool isKept = false;
                do
                {
                    if ((_readsRequests ? Read(connection) : new WireRequest("", "", "", "")) is not { } request)
                    {
                        return;
                    }

                    exchange = new Exchange(connection, request, isKept);
                    _answer(exchange);
                    isKept = true;
                }
                while (exchange.Keeps);
            }
            catch (Exception exception) when (IsEnd(exception))
            {
                // The client went away, or the test is over.
            }
        }
    }

    private static bool IsEnd(Exception exception) => exception is SocketException or ObjectDisposedException or InvalidOperationException;

    private static WireRequest? Read(Socket connection)
    {
        byte[] buffer = new byte[16 * 1024];
        int filled = 0;
        int end = -1;
        int body = 0;
        while (end < 0 || filled < end + body)
        {
            int read = connection.Receive(buffer, filled, buffer.Length - filled, SocketFlags.None);
            if (read == 0)
            {
                return null;
            }

            filled += read;
            if (end < 0 && Encoding.ASCII.GetString(buffer, 0, filled).IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and int found)
            {
                end = found + 4;
                Match length = Length.Match(Encoding.ASCII.GetString(buffer, 0, end));
                body = length.Success ? int.Parse(length.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
            }
        }

        string head = Encoding.ASCII.GetString(buffer, 0, end);
        string[] line = head.Substring(0, head.IndexOf('\r')).Split(' ');
        return new WireRequest(line[0], line[1], head, Encoding.UTF8.GetString(buffer, end, body));
    }
}
