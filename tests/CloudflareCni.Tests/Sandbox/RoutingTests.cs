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
    public async Task An_unknown_path_is_404_in_the_envelope(string path)
    {
        using var bench = new Bench();
        Reply reply = await bench.GetAsync(path);
        Assert.Equal((404, true, 7003), (reply.Status, reply.IsInEnvelope, reply.ErrorCode));
    }

    [Fact]
    public async Task A_path_outside_client_v4_is_404_in_the_envelope()
    {
        using var bench = new Bench();
        using var http = new HttpClient(bench.Sandbox.CreateHandler());
        using HttpResponseMessage response = await http.GetAsync("https://sandbox.test/accounts", TestContext.Current.CancellationToken);
        Reply reply = await Reply.ReadAsync(response);
        Assert.Equal((404, true), (reply.Status, reply.IsInEnvelope));
    }

    [Theory]
    [InlineData("DELETE", "slots", "GET")]
    [InlineData("PATCH", "cnis/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", "GET, PUT, DELETE")]
    [InlineData("PUT", "interconnects", "GET, POST")]
    [InlineData("HEAD", "slots", "GET")]
    [InlineData("OPTIONS", "settings", "GET, PUT")]
    public async Task A_method_that_the_path_does_not_have_is_405_with_those_it_has(string method, string path, string allowed)
    {
        using var bench = new Bench();
        Reply reply = await bench.SendAsync(method, path);
        Assert.Equal((405, allowed), (reply.Status, reply.Allow));
        Assert.Equal(method == "HEAD", reply.Body.Length == 0);
    }

    [Fact]
    public async Task Every_answer_has_a_ray_of_its_own()
    {
        using var bench = new Bench();
        Reply first = await bench.GetAsync("slots");
        Reply second = await bench.GetAsync("slots");
        Assert.NotEqual(first.Ray, second.Ray);
        Assert.EndsWith("-FRA", first.Ray, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_request_is_not_carried_out()
    {
        using var bench = new Bench();
        using var http = new HttpClient(bench.Sandbox.CreateHandler());
        http.DefaultRequestHeaders.Authorization = new("Bearer", "practice");
        string cni = (await bench.AllAsync("cnis"))[0].Text("id");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            http.DeleteAsync($"https://sandbox.test/client/v4/accounts/{Bench.Account}/cni/cnis/{cni}", new CancellationToken(canceled: true)));
        Assert.Equal(200, (await bench.GetAsync("cnis/" + cni)).Status);
    }

    [Fact]
    public async Task Two_sandboxes_give_the_same_answers_byte_for_byte()
    {
        using var first = new Bench();
        using var second = new Bench();
        foreach (string path in new[] { "slots?limit=48", "interconnects", "cnis", "settings", "/accounts", "/user/tokens/verify", "nothing" })
        {
            Reply one = await first.GetAsync(path);
            Reply other = await second.GetAsync(path);
            Assert.Equal((one.Status, one.Text, one.Ray), (other.Status, other.Text, other.Ray));
        }

        string interconnect = await first.NewInterconnectAsync();
        Assert.Equal(interconnect, await second.NewInterconnectAsync());
        Assert.Equal((await first.NewCniAsync("x")).ToJsonString(), (await second.NewCniAsync("x")).ToJsonString());
        Assert.Equal((await first.GetAsync($"interconnects/{interconnect}/loa")).Body, (await second.GetAsync($"interconnects/{interconnect}/loa")).Body);
    }

    [Fact]
    public async Task Another_seed_gives_another_world()
    {
        using var first = new Bench();
        using var second = new Bench(options => options.Seed = 2);
        Assert.NotEqual((await first.GetAsync("slots")).Text, (await second.GetAsync("slots")).Text);
    }

    [Fact]
    public async Task Accounts_differ_and_do_not_touch_each_other()
    {
        using var bench = new Bench();
        const string other = "0123456789abcdef0123456789abcdef";
        string slots = (await bench.GetAsync($"/accounts/{other}/cni/slots")).Text;
        Assert.NotEqual((await bench.GetAsync("slots")).Text, slots);
        string cnis = (await bench.GetAsync($"/accounts/{other}/cni/cnis")).Text;
        foreach (System.Text.Json.JsonElement cni in await bench.AllAsync("cnis"))
        {
            Assert.Equal(404, (await bench.DeleteAsync($"/accounts/{other}/cni/cnis/{cni.Text("id")}")).Status);
            await bench.DeleteAsync("cnis/" + cni.Text("id"));
        }

        await bench.NewInterconnectAsync();
        await bench.SendAsync("PUT", "settings", """{"default_asn": 64512}""");
        Assert.Equal(slots, (await bench.GetAsync($"/accounts/{other}/cni/slots")).Text);
        Assert.Equal(cnis, (await bench.GetAsync($"/accounts/{other}/cni/cnis")).Text);
        Assert.Equal("""{"default_asn":13335}""", (await bench.GetAsync($"/accounts/{other}/cni/settings")).Text);
    }

    [Fact]
    public async Task A_sandbox_that_was_disposed_says_so()
    {
        using var bench = new Bench();
        bench.Sandbox.Dispose();
        ObjectDisposedException exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => bench.GetAsync("slots"));
        Assert.Equal(nameof(CniSandbox), exception.ObjectName);
    }
}
