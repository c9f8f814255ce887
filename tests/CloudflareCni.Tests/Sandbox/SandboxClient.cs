using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareCni.Sandbox;
using CloudflareCni.Tests.Schema;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

/// <summary>A client of a sandbox that checks every response against the schema.</summary>
internal sealed class SandboxClient : IDisposable
{
    public const string Account = CniSandbox.DefaultAccountId;

    private readonly HttpClient _http;
    private readonly bool _ownsSandbox;

    public SandboxClient(Action<CniSandboxOptions>? configure = null, string token = CniSandbox.DefaultToken)
        : this(NewSandbox(configure, out FakeTimeProvider clock), clock, token)
    {
        _ownsSandbox = true;
    }

    private SandboxClient(CniSandbox sandbox, FakeTimeProvider clock, string? token)
    {
        Sandbox = sandbox;
        Clock = clock;
        Checker = new SchemaCheckingHandler(sandbox.CreateHandler());
        _http = new HttpClient(Checker);
        _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    public CniSandbox Sandbox { get; }

    public SchemaCheckingHandler Checker { get; }

    public FakeTimeProvider Clock { get; }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    /// <summary>Creates another client of the same sandbox. A null token sends no credential.</summary>
    public SandboxClient As(string? token) => new(Sandbox, Clock, token);

    public Task<SandboxReply> GetAsync(string path) => SendAsync("GET", path);

    public Task<SandboxReply> PostAsync(string path, JsonNode body) => SendAsync("POST", path, body.ToJsonString());

    public Task<SandboxReply> PutAsync(string path, JsonNode body) => SendAsync("PUT", path, body.ToJsonString());

    public Task<SandboxReply> DeleteAsync(string path) => SendAsync("DELETE", path);

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the default account's CNI resources or, if it starts with a slash, below <c>/client/v4</c>.</param>
    /// <param name="body">The body, sent as it is.</param>
    public async Task<SandboxReply> SendAsync(string method, string path, string? body = null)
    {
        string target = path.StartsWith('/') ? path : $"/accounts/{Account}/cni/{path}";
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://sandbox.test/client/v4" + target);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await SandboxReply.ReadAsync(response);
    }

    /// <summary>Reads all items of a list, page by page, from a cursor on.</summary>
    public async Task<List<JsonElement>> AllAsync(string path, int? limit = null, int from = 0)
    {
        var items = new List<JsonElement>();
        for (int? cursor = from; cursor is not null;)
        {
            string query = $"cursor={cursor}" + (limit is null ? string.Empty : $"&limit={limit}");
            SandboxReply page = await GetAsync(path + (path.Contains('?') ? "&" : "?") + query);
            Assert.Equal(200, page.Status);
            items.AddRange(page.Json.GetProperty("items").EnumerateArray());
            JsonElement next = page.Json.GetProperty("next");
            cursor = next.ValueKind == JsonValueKind.Null ? null : next.GetInt32();
        }

        return items;
    }

    public async Task<JsonElement> FreeSlotAsync() => (await GetAsync("slots?occupied=false&limit=1")).Json.GetProperty("items")[0];

    /// <summary>Creates a physical interconnect in a free slot.</summary>
    public async Task<string> NewInterconnectAsync()
    {
        SandboxReply created = await PostAsync("interconnects", Direct((await FreeSlotAsync()).Text("id")));
        Assert.Equal(200, created.Status);
        return created.Json.Text("name");
    }

    /// <summary>Gets the name of an interconnect that the account starts with.</summary>
    public async Task<string> InterconnectAsync(string type = "direct") =>
        (await GetAsync($"interconnects?type={type}")).Json.GetProperty("items")[0].Text("name");

    public async Task<string> InterconnectInStateAsync(string state)
    {
        foreach (JsonElement interconnect in await AllAsync("interconnects"))
        {
            SandboxReply status = await GetAsync($"interconnects/{interconnect.Text("name")}/status");
            if (status.Json.Text("state") == state)
            {
                return interconnect.Text("name");
            }
        }

        throw new InvalidOperationException($"No interconnect is {state}.");
    }

    public async Task<JsonObject> NewCniAsync(string conduitName)
    {
        SandboxReply created = await PostAsync("cnis", Cni(await InterconnectAsync(), conduitName));
        Assert.Equal(200, created.Status);
        return JsonNode.Parse(created.Text)!.AsObject();
    }

    public static JsonObject Direct(string slotId, string account = Account) => new() { ["account"] = account, ["slot_id"] = slotId, ["type"] = "direct" };

    public static JsonObject Cni(string interconnect, string conduitName, string account = Account) => new()
    {
        ["account"] = account,
        ["interconnect"] = interconnect,
        ["magic"] = new JsonObject { ["conduit_name"] = conduitName, ["description"] = "A test", ["mtu"] = 1500 },
    };

    public void Dispose()
    {
        _http.Dispose();
        if (_ownsSandbox)
        {
            Sandbox.Dispose();
        }
    }

    private static CniSandbox NewSandbox(Action<CniSandboxOptions>? configure, out FakeTimeProvider clock)
    {
        clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));
        var options = new CniSandboxOptions { TimeProvider = clock };
        configure?.Invoke(options);
        return new CniSandbox(options);
    }
}
