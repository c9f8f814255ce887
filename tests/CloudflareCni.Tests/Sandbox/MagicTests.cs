using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

/// <summary>Tests the Magic side of the links in the sandbox.</summary>
public sealed class MagicTests
{
    private const string Interconnects = $"/accounts/{SandboxClient.Account}/magic/cf_interconnects";
    private const string Routes = $"/accounts/{SandboxClient.Account}/magic/routes";

    [Fact]
    public async Task Each_CNI_but_one_has_a_Magic_side_of_either_dataplane()
    {
        using var client = new SandboxClient();
        List<JsonElement> cnis = await client.AllAsync("cnis");

        List<JsonElement> magic = await ListAsync(client, Interconnects);

        Assert.Equal(
            cnis.Select(cni => cni.GetProperty("magic").Text("conduit_name")).Where(name => name != "lab").Order(),
            magic.Select(one => one.Text("name")).Order());
        Assert.Equal(["backup-gre", "office-gre"], magic.Where(one => one.Text("version") == "1").Select(one => one.Text("name")).Order());
        Assert.All(magic, one => Assert.Equal(one.Text("version") == "1", one.TryGetProperty("gre", out _)));
        Assert.All(magic, one => Assert.True(one.Text("version") is "1" or "2"));
        Assert.All(magic, one => Assert.True(one.GetProperty("health_check").GetProperty("enabled").GetBoolean()));
        Assert.Equal(magic.Count, magic.Select(one => one.Text("id")).Where(id => id.Length == 32).Distinct().Count());
    }

    [Fact]
    public async Task A_Magic_side_has_the_addresses_and_the_reservation_of_its_link()
    {
        using var client = new SandboxClient();
        List<JsonElement> cnis = await client.AllAsync("cnis");
        foreach (JsonElement magic in await ListAsync(client, Interconnects))
        {
            JsonElement cni = cnis.Single(one => one.GetProperty("magic").Text("conduit_name") == magic.Text("name"));
            JsonElement interconnect = (await client.GetAsync("interconnects/" + cni.Text("interconnect"))).Json;

            Assert.Equal(cni.Text("p2p_ip"), magic.Text("interface_address"));
            Assert.Equal(cni.Text("cust_ip").Split('/')[0], magic.GetProperty("health_check").Text("target"));
            Assert.Equal(interconnect.Text("type") == "direct", magic.TryGetProperty("virtual_port_reservation_id", out JsonElement reservation));
            if (reservation.ValueKind == JsonValueKind.String)
            {
                Assert.Equal(interconnect.Text("virtual_port_reservation_id").Replace("-", "", StringComparison.Ordinal), reservation.GetString());
            }
        }
    }

    [Fact]
    public async Task Routes_go_over_some_CNIs_and_over_two_at_once()
    {
        using var client = new SandboxClient();
        string[] links = [.. (await client.AllAsync("cnis")).Select(cni => cni.Text("cust_ip").Split('/')[0])];

        List<JsonElement> routes = await ListAsync(client, Routes);

        Assert.Contains(routes, route => !links.Contains(route.Text("nexthop")));
        Assert.Contains(links, link => routes.All(route => route.Text("nexthop") != link));
        IGrouping<(string, int), JsonElement> shared = Assert.Single(
            routes.GroupBy(route => (route.Text("prefix"), route.GetProperty("priority").GetInt32())), same => same.Count() > 1);
        Assert.Equal(2, shared.Select(route => route.Text("nexthop")).Intersect(links).Count());
        Assert.All(shared, route => Assert.Equal(64, route.GetProperty("weight").GetInt32()));
        Assert.Equal("WEUR", Assert.Single(routes, route => route.TryGetProperty("scope", out _)).GetProperty("scope").GetProperty("colo_regions")[0].GetString());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_and_another_one_other_times()
    {
        using var one = new SandboxClient();
        using var same = new SandboxClient();
        using var other = new SandboxClient(options => options.Seed = 7);

        foreach (string path in new[] { Interconnects, Routes })
        {
            Assert.Equal((await one.GetAsync(path)).Text, (await same.GetAsync(path)).Text);
            Assert.NotEqual(
                (await ListAsync(one, path)).Select(item => item.Text("created_on")), (await ListAsync(other, path)).Select(item => item.Text("created_on")));
        }

        Assert.All(await ListAsync(one, Interconnects), item => Assert.True(item.GetProperty("created_on").GetDateTimeOffset() < one.Clock.GetUtcNow().AddYears(1)));
    }

    [Fact]
    public async Task What_is_created_shows_up_with_its_time_and_what_is_deleted_goes_with_its_routes()
    {
        using var client = new SandboxClient();
        JsonObject created = await client.NewCniAsync("mine");
        JsonElement magic = (await ListAsync(client, Interconnects)).Single(one => one.Text("name") == "mine");
        Assert.Equal(client.Clock.GetUtcNow(), magic.GetProperty("created_on").GetDateTimeOffset());
        Assert.Equal(magic.Text("created_on"), magic.Text("modified_on"));

        client.Clock.Advance(TimeSpan.FromHours(1));
        created["magic"]!["mtu"] = 1400;
        created["magic"]!["conduit_name"] = "ours";
        await client.PutAsync($"cnis/{created["id"]}", created);
        JsonElement changed = (await ListAsync(client, Interconnects)).Single(one => one.Text("name") == "ours");
        Assert.Equal((magic.Text("id"), magic.Text("created_on"), 1400), (changed.Text("id"), changed.Text("created_on"), changed.GetProperty("mtu").GetInt32()));
        Assert.Equal(client.Clock.GetUtcNow(), changed.GetProperty("modified_on").GetDateTimeOffset());

        await client.DeleteAsync($"cnis/{created["id"]}");
        Assert.DoesNotContain(await ListAsync(client, Interconnects), one => one.Text("name") == "ours");

        JsonElement core = (await client.AllAsync("cnis")).Single(cni => cni.GetProperty("magic").Text("conduit_name") == "core-primary");
        string nextHop = core.Text("cust_ip").Split('/')[0];
        Assert.Contains(await ListAsync(client, Routes), route => route.Text("nexthop") == nextHop);
        await client.DeleteAsync("cnis/" + core.Text("id"));
        Assert.DoesNotContain(await ListAsync(client, Routes), route => route.Text("nexthop") == nextHop);
    }

    [Fact]
    public async Task One_Magic_side_is_read_by_its_ID()
    {
        using var client = new SandboxClient();
        JsonElement listed = (await ListAsync(client, Interconnects))[0];

        SandboxReply one = await client.GetAsync($"{Interconnects}/{listed.Text("id")}");

        Assert.Equal(listed.GetRawText(), one.Json.GetProperty("result").GetProperty("interconnect").GetRawText());
        Assert.Equal(404, (await client.GetAsync(Interconnects + "/0123456789abcdef0123456789abcdef")).Status);
    }

    [Fact]
    public async Task The_target_of_health_checks_is_an_object_for_who_asks_for_it()
    {
        using var client = new SandboxClient();
        client.Headers.Add("x-magic-new-hc-target", "true");

        JsonElement target = (await ListAsync(client, Interconnects))[0].GetProperty("health_check").GetProperty("target");

        Assert.Equal("", target.Text("saved"));
        Assert.NotEmpty(target.Text("effective"));
    }

    [Theory]
    [InlineData("no-cni")]
    [InlineData("no-magic")]
    public async Task A_token_without_Magic_gets_a_403(string token)
    {
        using var client = new SandboxClient(token: token);

        foreach (string path in new[] { Interconnects, Routes })
        {
            SandboxReply reply = await client.GetAsync(path);
            Assert.Equal((403, true), (reply.Status, reply.IsInEnvelope));
        }

        Assert.Equal(token == "no-magic" ? 200 : 403, (await client.GetAsync("slots")).Status);
    }

    [Fact]
    public async Task The_tunnel_filter_takes_the_ID_of_a_Magic_side()
    {
        using var client = new SandboxClient();
        JsonElement magic = (await ListAsync(client, Interconnects))[2];

        JsonElement cni = Assert.Single(await client.AllAsync("cnis?tunnel_id=" + magic.Text("id")));

        Assert.Equal(magic.Text("name"), cni.GetProperty("magic").Text("conduit_name"));
    }

    [Fact]
    public async Task Times_and_dataplanes_are_kept_in_the_state_file()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            string before;
            using (var client = new SandboxClient(options => options.StatePath = path))
            {
                await client.NewCniAsync("mine");
                before = (await client.GetAsync(Interconnects)).Text;
            }

            using var again = new SandboxClient(options => options.StatePath = path);
            again.Clock.Advance(TimeSpan.FromDays(9));
            Assert.Equal(before, (await again.GetAsync(Interconnects)).Text);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<List<JsonElement>> ListAsync(SandboxClient client, string path)
    {
        SandboxReply reply = await client.GetAsync(path);
        Assert.Equal((200, true), (reply.Status, reply.IsInEnvelope));
        return [.. reply.Json.GetProperty("result").EnumerateObject().Single().Value.EnumerateArray()];
    }
}
