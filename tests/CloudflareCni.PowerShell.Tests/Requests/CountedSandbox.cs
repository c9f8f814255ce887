using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Requests;

/// <summary>A sandbox behind a server that counts the requests of the module.</summary>
internal sealed partial class CountedSandbox : IDisposable
{
    private readonly Session _session;
    private readonly HttpClient _client = new();
    private readonly ScriptedServer _server;
    private readonly Uri _address;
    private int _first;

    /// <summary>Starts the sandbox.</summary>
    /// <param name="session">The session that starts it.</param>
    /// <param name="slotCount">The number of slots, or <see langword="null"/> for the default.</param>
    public CountedSandbox(Session session, int? slotCount)
    {
        _session = session;
        _address = session.Must($"$box = Start-CniSandbox{(slotCount is null ? "" : $" -SlotCount {slotCount}")}; $box.BaseUri").One<Uri>();
        _server = ScriptedServer.Start(ForwardAsync);
    }

    public string BaseUri => _server.BaseUri;

    /// <summary>Gets the requests since <see cref="Start"/> without the values in them, such as <c>GET cnis/{id}</c>, reads first.</summary>
    public IReadOnlyList<string> Requests =>
    [
        .. _server.Requests.Skip(_first)
            .Select(request => $"{request.Method} {Path(request)}")
            .OrderBy(line => Array.IndexOf(["GET", "POST", "PUT", "DELETE"], line.Split(' ')[0]))
            .ThenBy(line => line, StringComparer.Ordinal),
    ];

    /// <summary>Begins to count.</summary>
    public void Start() => _first = _server.Requests.Count;

    public void Dispose()
    {
        _server.Dispose();
        _client.Dispose();
        _session.Must("Stop-CniSandbox $box");
    }

    private static string Path(ScriptedRequest request)
    {
        string path = Account().Replace(request.Target.Split('?')[0], "");
        return Name().Replace(Id().Replace(path, "{id}"), "interconnects/{name}");
    }

    private async Task ForwardAsync(Exchange exchange)
    {
        ScriptedRequest request = exchange.Request;
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(_address, request.Target));
        message.Headers.TryAddWithoutValidation("Authorization", request.Header("Authorization"));
        if (request.Bytes.Length > 0)
        {
            message.Content = new ByteArrayContent(request.Bytes);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.Header("Content-Type"));
        }

        using HttpResponseMessage response = await _client.SendAsync(message, TestContext.Current.CancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await exchange.SendAsync(new ScriptedAnswer((int)response.StatusCode, body, response.Content.Headers.ContentType?.ToString()));
    }

    [GeneratedRegex("^/client/v4/(accounts/[^/]+/(cni/)?)?")]
    private static partial Regex Account();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("interconnects/[^/]+")]
    private static partial Regex Name();
}
