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
        "slots", "interconnects", "cnis", "settings", "/accounts", "/user/tokens/verify", $"/accounts/{Bench.Account}/tokens/verify",
        "slots/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", "interconnects/x/status", "interconnects/x/loa", "interconnects/x/loa/default",
    ];

    [Theory]
    [InlineData(null, 9106)]
    [InlineData("invalid", null)]
    public async Task Without_a_valid_credential_everything_is_401_in_the_envelope(string? token, int? code)
    {
        using var bench = new Bench();
        using Bench caller = bench.As(token);
        foreach (string path in AllReads)
        {
            Reply reply = await caller.GetAsync(path);
            Assert.Equal((401, true), (reply.Status, reply.IsInEnvelope));
            Assert.Equal(code ?? (path.EndsWith("verify", StringComparison.Ordinal) ? 1000 : 10000), reply.ErrorCode);
        }
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("practice")]
    public async Task An_Authorization_of_another_kind_is_401(string authorization)
    {
        using var bench = new Bench();
        using Bench caller = bench.As(null);
        caller.Headers.TryAddWithoutValidation("Authorization", authorization);
        Reply reply = await caller.GetAsync("slots");
        Assert.Equal((401, 6111), (reply.Status, reply.ErrorCode));
    }

    [Theory]
    [InlineData("me@example.com", "some key", 200)]
    [InlineData("me@example.com", "invalid", 401)]
    [InlineData("me@example.com", null, 401)]
    [InlineData(null, "some key", 401)]
    public async Task An_email_with_a_key_works_when_both_are_there(string? email, string? key, int status)
    {
        using var bench = new Bench();
        using Bench caller = bench.As(null);
        caller.Headers.Add("X-Auth-Email", email is null ? [] : [email]);
        caller.Headers.Add("X-Auth-Key", key is null ? [] : [key]);
        Assert.Equal(status, (await caller.GetAsync("slots")).Status);
        Assert.Equal(401, (await caller.GetAsync("/user/tokens/verify")).Status);
    }

    [Fact]
    public async Task Any_other_token_may_do_everything_in_any_account()
    {
        using var bench = new Bench(token: "whatever you like");
        Assert.Equal(200, (await bench.GetAsync("slots")).Status);
        Assert.Equal(200, (await bench.GetAsync("/accounts/some-account/cni/slots")).Status);
        await bench.NewCniAsync("made");
        JsonElement state = (await bench.GetAsync("/user/tokens/verify")).Json;
        Assert.Equal("active", state.GetProperty("result").Text("status"));
        Assert.Equal("active", (await bench.GetAsync($"/accounts/{Bench.Account}/tokens/verify")).Json.GetProperty("result").Text("status"));
        Assert.Matches("^[0-9a-f]{32}$", state.GetProperty("result").Text("id"));
    }

    [Fact]
    public async Task An_expired_token_is_told_as_such_and_does_nothing()
    {
        using var bench = new Bench(token: "expired");
        Assert.Equal("expired", (await bench.GetAsync("/user/tokens/verify")).Json.GetProperty("result").Text("status"));
        Assert.Equal("expired", (await bench.GetAsync($"/accounts/{Bench.Account}/tokens/verify")).Json.GetProperty("result").Text("status"));
        Reply reply = await bench.GetAsync("slots");
        Assert.Equal(401, reply.Status);
        Assert.Contains("run out", Assert.Single(reply.Errors), StringComparison.Ordinal);
        Assert.Equal(401, (await bench.GetAsync("/accounts")).Status);
    }

    [Fact]
    public async Task A_read_only_token_reads_and_writes_nothing()
    {
        using var bench = new Bench(token: "read-only");
        Assert.Equal(200, (await bench.GetAsync("cnis")).Status);
        Assert.Equal(200, (await bench.GetAsync($"interconnects/{await bench.InterconnectAsync()}/loa")).Status);
        string cni = (await bench.AllAsync("cnis"))[0].Text("id");
        foreach ((string method, string path) in new[]
        {
            ("POST", "cnis"), ("PUT", "cnis/" + cni), ("DELETE", "cnis/" + cni), ("POST", "interconnects"), ("DELETE", "interconnects/x"), ("PUT", "settings"),
        })
        {
            Reply reply = await bench.SendAsync(method, path, "{}");
            Assert.Equal((403, true), (reply.Status, reply.IsInEnvelope));
        }

        Assert.Equal(8, (await bench.AllAsync("cnis")).Count);
    }

    [Fact]
    public async Task A_token_of_another_account_lists_that_and_reaches_none()
    {
        using var bench = new Bench(token: "other-account");
        string[] accounts = Accounts(await bench.GetAsync("/accounts"));
        Assert.NotEqual(Bench.Account, Assert.Single(accounts));
        foreach (string account in new[] { Bench.Account, accounts[0] })
        {
            Assert.Equal(403, (await bench.GetAsync($"/accounts/{account}/cni/slots")).Status);
            Assert.Equal(403, (await bench.GetAsync($"/accounts/{account}/tokens/verify")).Status);
        }

        Assert.Equal(200, (await bench.GetAsync("/user/tokens/verify")).Status);
    }

    [Fact]
    public async Task Tokens_see_one_account_two_or_none()
    {
        using var bench = new Bench();
        Reply one = await bench.GetAsync("/accounts");
        Assert.Equal([Bench.Account], Accounts(one));
        Assert.Equal(CniSandbox.DefaultAccountName, one.Json.GetProperty("result")[0].Text("name"));
        Assert.Equal("""{"page":1,"per_page":20,"count":1,"total_count":1,"total_pages":1}""", one.Json.GetProperty("result_info").GetRawText());

        using Bench two = bench.As("two-accounts");
        string[] both = Accounts(await two.GetAsync("/accounts"));
        Assert.Equal(2, both.Distinct().Count());
        Assert.All(both, account => Assert.Equal(200, two.GetAsync($"/accounts/{account}/cni/slots").GetAwaiter().GetResult().Status));

        using Bench none = bench.As("no-account");
        Assert.Empty(Accounts(await none.GetAsync("/accounts")));
        Assert.Equal(403, (await none.GetAsync("slots")).Status);
    }

    [Fact]
    public async Task Accounts_come_in_pages()
    {
        using var bench = new Bench(token: "two-accounts");
        string[] all = Accounts(await bench.GetAsync("/accounts"));
        Reply second = await bench.GetAsync("/accounts?page=2&per_page=1");
        Assert.Equal([all[1]], Accounts(second));
        Assert.Equal("""{"page":2,"per_page":1,"count":1,"total_count":2,"total_pages":2}""", second.Json.GetProperty("result_info").GetRawText());
        Assert.Empty(Accounts(await bench.GetAsync("/accounts?page=2147483647&per_page=50")));
        Assert.Equal((400, true), ((await bench.GetAsync("/accounts?page=0")).Status, (await bench.GetAsync("/accounts?per_page=x")).IsInEnvelope));
    }

    private static string[] Accounts(Reply reply) => [.. reply.Json.GetProperty("result").EnumerateArray().Select(account => account.Text("id"))];
}
