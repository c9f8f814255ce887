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

/// <summary>A sandbox with a client whose every answer is checked against the API page.</summary>
internal sealed class Bench : IDisposable
{
    public const string Account = CniSandbox.DefaultAccountId;

    private readonly HttpClient _http;
    private readonly bool _ownsSandbox;

    public Bench(Action<CniSandboxOptions>? configure = null, string token = CniSandbox.DefaultToken)
        : this(NewSandbox(configure, out FakeTimeProvider clock), clock, token)
    {
        _ownsSandbox = true;
    }

    private Bench(CniSandbox sandbox, FakeTimeProvider clock, string? token)
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

    /// <summary>Another client of the same sandbox; null sends no credential.</summary>
    public Bench As(string? token) => new(Sandbox, Clock, token);

    public Task<Reply> GetAsync(string path) => SendAsync("GET", path);

    public Task<Reply> PostAsync(string path, JsonNode body) => SendAsync("POST", path, body.ToJsonString());

    public Task<Reply> PutAsync(string path, JsonNode body) => SendAsync("PUT", path, body.ToJsonString());

    public Task<Reply> DeleteAsync(string path) => SendAsync("DELETE", path);

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path: of the default account's CNI resources, or from <c>/client/v4</c> when it begins with a slash.</param>
    /// <param name="body">The body, sent as it is.</param>
    public async Task<Reply> SendAsync(string method, string path, string? body = null)
    {
        string target = path.StartsWith('/') ? path : $"/accounts/{Account}/cni/{path}";
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://sandbox.test/client/v4" + target);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.ReadAsync(response);
    }

    /// <summary>All items of a list from a cursor on, page by page.</summary>
    public async Task<List<JsonElement>> AllAsync(string path, int? limit = null, int from = 0)
    {
        var items = new List<JsonElement>();
        for (int? cursor = from; cursor is not null;)
        {
            string query = $"cursor={cursor}" + (limit is null ? string.Empty : $"&limit={limit}");
            Reply page = await GetAsync(path + (path.Contains('?') ? "&" : "?") + query);
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
        Reply created = await PostAsync("interconnects", Direct((await FreeSlotAsync()).Text("id")));
        Assert.Equal(200, created.Status);
        return created.Json.Text("name");
    }

    /// <summary>The name of an interconnect that is there from the start.</summary>
    public async Task<string> InterconnectAsync(string type = "direct") =>
        (await GetAsync($"interconnects?type={type}")).Json.GetProperty("items")[0].Text("name");

    public async Task<string> InterconnectInStateAsync(string state)
    {
        foreach (JsonElement interconnect in await AllAsync("interconnects"))
        {
            Reply status = await GetAsync($"interconnects/{interconnect.Text("name")}/status");
            if (status.Json.Text("state") == state)
            {
                return interconnect.Text("name");
            }
        }

        throw new InvalidOperationException($"No interconnect is {state}.");
    }

    public async Task<JsonObject> NewCniAsync(string conduitName)
    {
        Reply created = await PostAsync("cnis", Cni(await InterconnectAsync(), conduitName));
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
