using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Benchmarks;

/// <summary>
/// A server on loopback that takes almost no time compared with what is measured. The account's name says what it serves: <c>n100000d20</c> has
/// 100,000 slots and waits 20 ms before each response. It has as many interconnects, each with a CNI, a Magic interconnect and a route.
/// </summary>
internal sealed class PageServer : IDisposable
{
    /// <summary>The number of connections since it was last read.</summary>
    public int Accepted;

    private const int MaxPage = 1000;

    private static readonly byte[] Template = Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, MaxPage).Select(Slot)));
    private static readonly int[] Ends = [.. Enumerable.Range(1, MaxPage).Select(count => Enumerable.Range(0, count).Sum(i => Slot(i).Length + 1) - 1)];

    // What circuits are joined from, each list on one page.
    private static readonly Dictionary<string, (string Name, Func<int, string> Item)> Lists = new()
    {
        ["interconnects"] = ("items", number => $$"""{"name":"link-{{number}}","type":"direct","site":"fra03","slot_id":"{{number:x8}}-5a9d-4b0c-8f7e-4c1d8e2f6a7b","speed":"10G","facility":{"name":"Equinix FR5","address":[]},"ccr_device_name":"cr1-fra3"}"""),
        ["cnis"] = ("items", number => $$$"""{"id":"{{{number:x8}}}-5a9d-4b0c-8f7e-4c1d8e2f6a7c","account":"a","interconnect":"link-{{{number}}}","cust_ip":"172.24.{{{number / 128}}}.{{{number % 128 * 2}}}/31","p2p_ip":"172.24.{{{number / 128}}}.{{{(number % 128 * 2) + 1}}}/31","magic":{"conduit_name":"cni-{{{number}}}","description":"","mtu":1500}}"""),
        ["cf_interconnects"] = ("interconnects", number => $$"""{"id":"{{number:x32}}","name":"cni-{{number}}","version":"2","created_on":"2026-01-02T03:04:05Z"}"""),
        ["routes"] = ("routes", number => $$"""{"id":"{{number:x32}}","prefix":"10.{{number / 256}}.{{number % 256}}.0/24","nexthop":"172.24.{{number / 128}}.{{number % 128 * 2}}","priority":100}"""),
    };

    private readonly TcpListener _listener;

    public PageServer(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start(512);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Gets the base address.</summary>
    public string BaseUri => $"http://127.0.0.1:{Port}/client/v4";

    public void Dispose() => _listener.Dispose();

    // The same length for every number, so a page of any size is the beginning of the template.
    private static string Slot(int number) =>
        $$"""{"id":"{{number:x8}}-5a9d-4b0c-8f7e-4c1d8e2f6a7b","site":"fra03","facility":{"name":"Equinix FR5","address":["Kleyerstrasse 90","60326 Frankfurt am Main","Germany"]},"speed":"{{(number % 3 == 0 ? "100G" : "010G")}}","occupied":{{(number % 4 == 0 ? "true " : "false")}},"account":null}""";

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync();
                socket.NoDelay = true;
                Interlocked.Increment(ref Accepted);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException)
        {
            // The measurement is over.
        }
    }

    private static async Task ServeAsync(Socket socket)
    {
        byte[] buffer = new byte[8192];
        byte[] page = [.. Template];
        using (socket)
        {
            try
            {
                int filled = 0;
                while (true)
                {
                    int read = await socket.ReceiveAsync(buffer.AsMemory(filled));
                    if (read == 0)
                    {
                        return;
                    }

                    filled += read;
                    int end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
                    if (end >= 0)
                    {
                        string target = Encoding.ASCII.GetString(buffer, 0, buffer.AsSpan(0, filled).IndexOf((byte)'\r')).Split(' ')[1];
                        filled = 0;
                        await AnswerAsync(socket, target, page);
                    }
                }
            }
            catch (SocketException)
            {
                // The client went away.
            }
        }
    }

    private static async Task AnswerAsync(Socket socket, string target, byte[] page)
    {
        string[] parts = target.Split('?')[0].Split('/');
        string account = parts[4];
        int delayAt = account.IndexOf('d', StringComparison.Ordinal);
        int count = int.Parse(account[1..delayAt], CultureInfo.InvariantCulture);
        int delay = int.Parse(account[(delayAt + 1)..], CultureInfo.InvariantCulture);
        if (delay > 0)
        {
            await Task.Delay(delay);
        }

        if (parts[^1] == "slots")
        {
            await SendPageAsync(socket, target, count, page);
        }
        else if (Lists.TryGetValue(parts[^1], out (string Name, Func<int, string> Item) list))
        {
            string items = string.Join(',', Enumerable.Range(1, count).Select(list.Item));
            byte[] body = Encoding.ASCII.GetBytes($$"""{"{{list.Name}}":[{{items}}]}""");
            await SendAsync(socket, (byte[])[.. Head(body.Length), .. body]);
        }
        else
        {
            byte[] body = Encoding.ASCII.GetBytes(parts[^1] switch
            {
                "status" => """{"state":"Healthy"}""",
                "settings" => """{"default_asn":13335}""",
                _ => Slot(1),
            });
            await SendAsync(socket, (byte[])[.. Head(body.Length), .. body]);
        }
    }

    private static async Task SendPageAsync(Socket socket, string target, int count, byte[] page)
    {
        int cursor = Query(target, "cursor") ?? 0;
        int size = Math.Min(Math.Min(Query(target, "limit") ?? 100, MaxPage), count - cursor);
        for (int i = 0; i < size; i++)
        {
            // Another ID in the same place: the hex digits after {"id":".
            (cursor + i).TryFormat(page.AsSpan((i == 0 ? 0 : Ends[i - 1] + 1) + 7, 8), out _, "x8", CultureInfo.InvariantCulture);
        }

        int length = Ends[size - 1];
        byte[] tail = Encoding.ASCII.GetBytes(cursor + size >= count ? "],\"next\":null}" : $"],\"next\":{cursor + size}}}");
        await SendAsync(socket, (byte[])[.. Head(10 + length + tail.Length), .. "{\"items\":["u8]);
        await SendAsync(socket, page.AsMemory(0, length));
        await SendAsync(socket, tail);
    }

    private static int? Query(string target, string name)
    {
        int at = target.IndexOf(name + "=", StringComparison.Ordinal);
        return at < 0 ? null : int.Parse(target[(at + name.Length + 1)..].Split('&')[0], CultureInfo.InvariantCulture);
    }

    private static byte[] Head(int length) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n");

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }
}
