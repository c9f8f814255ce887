using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Sandbox;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("/zones")]
    [InlineData("/accounts/a/cni")]
    [InlineData("/accounts/a/cni/slots/")]
    [InlineData("/accounts//cni/slots")]
    [InlineData("/accounts/a/cni/interconnects/x/loa/default/y")]
    public async Task An_unknown_path_returns_404_in_the_envelope(string path)
    {
        using var client = new SandboxClient();
        SandboxReply reply = await client.GetAsync(path);
        Assert.Equal((404, true, 7003), (reply.Status, reply.IsInEnvelope, reply.ErrorCode));
    }

    [Fact]
    public async Task A_path_outside_client_v4_returns_404_in_the_envelope()
    {
        using var client = new SandboxClient();
        using var http = new HttpClient(client.Sandbox.CreateHandler());
        using HttpResponseMessage response = await http.GetAsync("https://sandbox.test/accounts", TestContext.Current.CancellationToken);
        SandboxReply reply = await SandboxReply.ReadAsync(response);
        Assert.Equal((404, true), (reply.Status, reply.IsInEnvelope));
    }

    [Theory]
    [InlineData("DELETE", "slots", "GET")]
    [InlineData("PATCH", "cnis/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", "GET, PUT, DELETE")]
    [InlineData("PUT", "interconnects", "GET, POST")]
    [InlineData("HEAD", "slots", "GET")]
    [InlineData("OPTIONS", "settings", "GET, PUT")]
    public async Task An_unsupported_method_returns_405_and_the_supported_ones(string method, string path, string allowed)
    {
        using var client = new SandboxClient();
        SandboxReply reply = await client.SendAsync(method, path);
        Assert.Equal((405, allowed), (reply.Status, reply.Allow));
        Assert.Equal(method == "HEAD", reply.Body.Length == 0);
    }

    [Fact]
    public async Task Every_response_has_its_own_ray()
    {
        using var client = new SandboxClient();
        SandboxReply first = await client.GetAsync("slots");
        SandboxReply second = await client.GetAsync("slots");
        Assert.NotEqual(first.Ray, second.Ray);
        Assert.EndsWith("-FRA", first.Ray, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_request_is_not_carried_out()
    {
        using var client = new SandboxClient();
        using var http = new HttpClient(client.Sandbox.CreateHandler());
        http.DefaultRequestHeaders.Authorization = new("Bearer", "practice");
        string cni = (await client.AllAsync("cnis"))[0].Text("id");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            http.DeleteAsync($"https://sandbox.test/client/v4/accounts/{SandboxClient.Account}/cni/cnis/{cni}", new CancellationToken(canceled: true)));
        Assert.Equal(200, (await client.GetAsync("cnis/" + cni)).Status);
    }

    [Fact]
    public async Task Two_sandboxes_return_the_same_bytes()
    {
        using var first = new SandboxClient();
        using var second = new SandboxClient();
        foreach (string path in new[] { "slots?limit=48", "interconnects", "cnis", "settings", "/accounts", "/user/tokens/verify", "nothing" })
        {
            SandboxReply one = await first.GetAsync(path);
            SandboxReply other = await second.GetAsync(path);
            Assert.Equal((one.Status, one.Text, one.Ray), (other.Status, other.Text, other.Ray));
        }

        string interconnect = await first.NewInterconnectAsync();
        Assert.Equal(interconnect, await second.NewInterconnectAsync());
        Assert.Equal((await first.NewCniAsync("x")).ToJsonString(), (await second.NewCniAsync("x")).ToJsonString());
        Assert.Equal((await first.GetAsync($"interconnects/{interconnect}/loa")).Body, (await second.GetAsync($"interconnects/{interconnect}/loa")).Body);
    }

    [Fact]
    public async Task Another_seed_creates_other_slots()
    {
        using var first = new SandboxClient();
        using var second = new SandboxClient(options => options.Seed = 2);
        Assert.NotEqual((await first.GetAsync("slots")).Text, (await second.GetAsync("slots")).Text);
    }

    [Fact]
    public async Task Accounts_differ_and_do_not_affect_each_other()
    {
        using var client = new SandboxClient();
        const string other = "0123456789abcdef0123456789abcdef";
        string slots = (await client.GetAsync($"/accounts/{other}/cni/slots")).Text;
        Assert.NotEqual((await client.GetAsync("slots")).Text, slots);
        string cnis = (await client.GetAsync($"/accounts/{other}/cni/cnis")).Text;
        foreach (System.Text.Json.JsonElement cni in await client.AllAsync("cnis"))
        {
            Assert.Equal(404, (await client.DeleteAsync($"/accounts/{other}/cni/cnis/{cni.Text("id")}")).Status);
            await client.DeleteAsync("cnis/" + cni.Text("id"));
        }

        await client.NewInterconnectAsync();
        await client.SendAsync("PUT", "settings", """{"default_asn": 64512}""");
        Assert.Equal(slots, (await client.GetAsync($"/accounts/{other}/cni/slots")).Text);
        Assert.Equal(cnis, (await client.GetAsync($"/accounts/{other}/cni/cnis")).Text);
        Assert.Equal("""{"default_asn":13335}""", (await client.GetAsync($"/accounts/{other}/cni/settings")).Text);
    }

    [Fact]
    public async Task A_disposed_sandbox_throws_ObjectDisposedException()
    {
        using var client = new SandboxClient();
        client.Sandbox.Dispose();
        ObjectDisposedException exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync("slots"));
        Assert.Equal(nameof(CniSandbox), exception.ObjectName);
    }
}
