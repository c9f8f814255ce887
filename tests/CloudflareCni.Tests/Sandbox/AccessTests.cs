using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using CloudflareCni.Sandbox;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class AccessTests
{
    private static readonly string[] AllReads =
    [
        "slots", "interconnects", "cnis", "settings", "/accounts", "/user/tokens/verify", $"/accounts/{SandboxClient.Account}/tokens/verify",
        "slots/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", "interconnects/x/status", "interconnects/x/loa", "interconnects/x/loa/default",
    ];

    [Theory]
    [InlineData(null, 9106)]
    [InlineData("invalid", null)]
    public async Task Every_path_returns_401_in_the_envelope_without_a_valid_credential(string? token, int? code)
    {
        using var client = new SandboxClient();
        using SandboxClient caller = client.As(token);
        foreach (string path in AllReads)
        {
            SandboxReply reply = await caller.GetAsync(path);
            Assert.Equal((401, true), (reply.Status, reply.IsInEnvelope));
            Assert.Equal(code ?? (path.EndsWith("verify", StringComparison.Ordinal) ? 1000 : 10000), reply.ErrorCode);
        }
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("practice")]
    public async Task A_malformed_Authorization_header_returns_401(string authorization)
    {
        using var client = new SandboxClient();
        using SandboxClient caller = client.As(null);
        caller.Headers.TryAddWithoutValidation("Authorization", authorization);
        SandboxReply reply = await caller.GetAsync("slots");
        Assert.Equal((401, 6111), (reply.Status, reply.ErrorCode));
    }

    [Theory]
    [InlineData("me@example.com", "some key", 200)]
    [InlineData("me@example.com", "invalid", 401)]
    [InlineData("me@example.com", null, 401)]
    [InlineData(null, "some key", 401)]
    public async Task An_email_and_a_key_work_only_together(string? email, string? key, int status)
    {
        using var client = new SandboxClient();
        using SandboxClient caller = client.As(null);
        caller.Headers.Add("X-Auth-Email", email is null ? [] : [email]);
        caller.Headers.Add("X-Auth-Key", key is null ? [] : [key]);
        Assert.Equal(status, (await caller.GetAsync("slots")).Status);
        Assert.Equal(401, (await caller.GetAsync("/user/tokens/verify")).Status);
    }

    [Fact]
    public async Task Any_other_token_can_do_everything_in_every_account()
    {
        using var client = new SandboxClient(token: "whatever you like");
        Assert.Equal(200, (await client.GetAsync("slots")).Status);
        Assert.Equal(200, (await client.GetAsync("/accounts/some-account/cni/slots")).Status);
        await client.NewCniAsync("made");
        JsonElement state = (await client.GetAsync("/user/tokens/verify")).Json;
        Assert.Equal("active", state.GetProperty("result").Text("status"));
        Assert.Equal("active", (await client.GetAsync($"/accounts/{SandboxClient.Account}/tokens/verify")).Json.GetProperty("result").Text("status"));
        Assert.Matches("^[0-9a-f]{32}$", state.GetProperty("result").Text("id"));
    }

    [Fact]
    public async Task An_expired_token_is_reported_as_expired_and_cannot_do_anything()
    {
        using var client = new SandboxClient(token: "expired");
        Assert.Equal("expired", (await client.GetAsync("/user/tokens/verify")).Json.GetProperty("result").Text("status"));
        Assert.Equal("expired", (await client.GetAsync($"/accounts/{SandboxClient.Account}/tokens/verify")).Json.GetProperty("result").Text("status"));
        SandboxReply reply = await client.GetAsync("slots");
        Assert.Equal(401, reply.Status);
        Assert.Contains("no longer valid", Assert.Single(reply.Errors), StringComparison.Ordinal);
        Assert.Equal(401, (await client.GetAsync("/accounts")).Status);
    }

    [Fact]
    public async Task A_read_only_token_can_read_but_not_write()
    {
        using var client = new SandboxClient(token: "read-only");
        Assert.Equal(200, (await client.GetAsync("cnis")).Status);
        Assert.Equal(200, (await client.GetAsync($"interconnects/{await client.InterconnectAsync()}/loa")).Status);
        string cni = (await client.AllAsync("cnis"))[0].Text("id");
        foreach ((string method, string path) in new[]
        {
            ("POST", "cnis"), ("PUT", "cnis/" + cni), ("DELETE", "cnis/" + cni), ("POST", "interconnects"), ("DELETE", "interconnects/x"), ("PUT", "settings"),
        })
        {
            SandboxReply reply = await client.SendAsync(method, path, "{}");
            Assert.Equal((403, true), (reply.Status, reply.IsInEnvelope));
        }

        Assert.Equal(8, (await client.AllAsync("cnis")).Count);
    }

    [Theory]
    [InlineData("GET", "cnis")]
    [InlineData("POST", "cnis")]
    [InlineData("PUT", "cnis/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e")]
    [InlineData("GET", "interconnects/x/loa")]
    [InlineData("DELETE", "interconnects/x")]
    [InlineData("GET", "slots")]
    [InlineData("GET", "settings")]
    public async Task The_no_cni_token_lists_an_account_whose_CNI_paths_return_403(string method, string path)
    {
        using var client = new SandboxClient(token: "no-cni");
        Assert.Equal([SandboxClient.Account], Accounts(await client.GetAsync("/accounts")));
        Assert.Equal(200, (await client.GetAsync("/user/tokens/verify")).Status);
        Assert.Equal(200, (await client.GetAsync($"/accounts/{SandboxClient.Account}/tokens/verify")).Status);
        SandboxReply reply = await client.SendAsync(method, path, method is "POST" or "PUT" ? "{}" : null);
        Assert.Equal((403, true), (reply.Status, reply.IsInEnvelope));
        Assert.Contains("doesn't have Cloudflare Network Interconnect", Assert.Single(reply.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_account_token_lists_another_account_and_can_access_none()
    {
        using var client = new SandboxClient(token: "other-account");
        string[] accounts = Accounts(await client.GetAsync("/accounts"));
        Assert.NotEqual(SandboxClient.Account, Assert.Single(accounts));
        foreach (string account in new[] { SandboxClient.Account, accounts[0] })
        {
            Assert.Equal(403, (await client.GetAsync($"/accounts/{account}/cni/slots")).Status);
            Assert.Equal(403, (await client.GetAsync($"/accounts/{account}/tokens/verify")).Status);
        }

        Assert.Equal(200, (await client.GetAsync("/user/tokens/verify")).Status);
    }

    [Fact]
    public async Task Tokens_list_one_account_two_or_none()
    {
        using var client = new SandboxClient();
        SandboxReply one = await client.GetAsync("/accounts");
        Assert.Equal([SandboxClient.Account], Accounts(one));
        Assert.Equal(CniSandbox.DefaultAccountName, one.Json.GetProperty("result")[0].Text("name"));
        Assert.Equal("""{"page":1,"per_page":20,"count":1,"total_count":1,"total_pages":1}""", one.Json.GetProperty("result_info").GetRawText());

        using SandboxClient two = client.As("two-accounts");
        string[] both = Accounts(await two.GetAsync("/accounts"));
        Assert.Equal(2, both.Distinct().Count());
        Assert.All(both, account => Assert.Equal(200, two.GetAsync($"/accounts/{account}/cni/slots").GetAwaiter().GetResult().Status));

        using SandboxClient none = client.As("no-account");
        Assert.Empty(Accounts(await none.GetAsync("/accounts")));
        Assert.Equal(403, (await none.GetAsync("slots")).Status);
    }

    [Fact]
    public async Task Accounts_are_returned_in_pages()
    {
        using var client = new SandboxClient(token: "two-accounts");
        string[] all = Accounts(await client.GetAsync("/accounts"));
        SandboxReply second = await client.GetAsync("/accounts?page=2&per_page=1");
        Assert.Equal([all[1]], Accounts(second));
        Assert.Equal("""{"page":2,"per_page":1,"count":1,"total_count":2,"total_pages":2}""", second.Json.GetProperty("result_info").GetRawText());
        Assert.Empty(Accounts(await client.GetAsync("/accounts?page=2147483647&per_page=50")));
        Assert.Equal((400, true), ((await client.GetAsync("/accounts?page=0")).Status, (await client.GetAsync("/accounts?per_page=x")).IsInEnvelope));
    }

    private static string[] Accounts(SandboxReply reply) => [.. reply.Json.GetProperty("result").EnumerateArray().Select(account => account.Text("id"))];
}
