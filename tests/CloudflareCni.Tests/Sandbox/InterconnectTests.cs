using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class InterconnectTests
{
    private const string PairingKey = "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1";

    [Fact]
    public async Task A_seeded_world_shows_every_state_and_why()
    {
        using var bench = new Bench();
        foreach (string state in new[] { "Healthy", "Pending", "Down", "Unhealthy" })
        {
            JsonElement status = (await bench.GetAsync($"interconnects/{await bench.InterconnectInStateAsync(state)}/status")).Json;
            Assert.Equal(state is "Down" or "Unhealthy", status.TryGetProperty("reason", out _));
        }

        Assert.Equal(7, (await bench.AllAsync("interconnects?type=direct")).Count);
        Assert.Equal(2, (await bench.AllAsync("interconnects?type=GCP_partner")).Count);
        Assert.Empty(await bench.AllAsync("interconnects?type=aws"));
    }

    [Fact]
    public async Task Site_keeps_the_interconnects_of_that_site()
    {
        using var bench = new Bench();
        string site = (await bench.AllAsync("interconnects"))[0].Text("site");
        string[] expected = [.. (await bench.AllAsync("interconnects?type=direct")).Where(one => one.Text("site") == site).Select(one => one.Text("name"))];
        Assert.Equal(expected, (await bench.AllAsync("interconnects?site=" + site.ToUpperInvariant())).Select(one => one.Text("name")));
    }

    [Fact]
    public async Task A_new_one_takes_its_slot_and_a_deletion_frees_it()
    {
        using var bench = new Bench();
        JsonElement slot = await bench.FreeSlotAsync();
        string id = slot.Text("id");

        Reply created = await bench.PostAsync("interconnects", Bench.Direct(id));
        Assert.Equal(200, created.Status);
        Assert.Equal(
            (id, slot.Text("site"), slot.Text("speed"), "direct", Bench.Account),
            (created.Json.Text("slot_id"), created.Json.Text("site"), created.Json.Text("speed"), created.Json.Text("type"), created.Json.Text("account")));
        Assert.StartsWith(slot.Text("site") + "-", created.Json.Text("name"), StringComparison.Ordinal);

        string path = "interconnects/" + created.Json.Text("name");
        Assert.Equal(created.Text, (await bench.GetAsync(path)).Text);
        JsonElement taken = (await bench.GetAsync("slots/" + id)).Json;
        Assert.True(taken.GetProperty("occupied").GetBoolean());
        Assert.Equal(Bench.Account, taken.Text("account"));
        Reply second = await bench.PostAsync("interconnects", Bench.Direct(id));
        Assert.Equal((400, "slot_id: the slot is occupied"), (second.Status, Assert.Single(second.Errors)));

        Reply deleted = await bench.DeleteAsync(path);
        Assert.Equal(200, deleted.Status);
        Assert.Empty(deleted.Body);
        Assert.Equal(slot.GetRawText(), (await bench.GetAsync("slots/" + id)).Text);
        Assert.Equal(404, (await bench.GetAsync(path)).Status);
        Assert.Equal(404, (await bench.DeleteAsync(path)).Status);

        Reply again = await bench.PostAsync("interconnects", Bench.Direct(id));
        Assert.Equal(200, again.Status);
        Assert.NotEqual(created.Json.Text("name"), again.Json.Text("name"));
    }

    [Fact]
    public async Task The_slot_of_a_seeded_one_is_free_after_its_deletion()
    {
        using var bench = new Bench();
        Reply created = await bench.GetAsync("interconnects/" + await bench.InterconnectInStateAsync("Pending"));
        foreach (JsonElement cni in await bench.AllAsync("cnis?slot=" + created.Json.Text("slot_id")))
        {
            await bench.DeleteAsync("cnis/" + cni.Text("id"));
        }

        Assert.Equal(200, (await bench.DeleteAsync("interconnects/" + created.Json.Text("name"))).Status);
        Assert.False((await bench.GetAsync("slots/" + created.Json.Text("slot_id"))).Json.GetProperty("occupied").GetBoolean());
    }

    [Fact]
    public async Task A_new_one_is_Pending_until_it_is_ready_and_then_Healthy()
    {
        using var bench = new Bench(options => options.ReadyAfter = TimeSpan.FromMinutes(2));
        string path = $"interconnects/{await bench.NewInterconnectAsync()}/status";
        Assert.Equal("""{"state":"Pending"}""", (await bench.GetAsync(path)).Text);
        bench.Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal("""{"state":"Pending"}""", (await bench.GetAsync(path)).Text);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("""{"state":"Healthy"}""", (await bench.GetAsync(path)).Text);
    }

    [Fact]
    public async Task With_no_time_to_wait_a_new_one_is_Healthy_at_once()
    {
        using var bench = new Bench(options => options.ReadyAfter = TimeSpan.Zero);
        Assert.Equal("""{"state":"Healthy"}""", (await bench.GetAsync($"interconnects/{await bench.NewInterconnectAsync()}/status")).Text);
    }

    [Fact]
    public async Task The_speed_of_the_slot_may_be_named_and_another_may_not()
    {
        using var bench = new Bench();
        JsonElement slot = await bench.FreeSlotAsync();
        JsonObject body = Bench.Direct(slot.Text("id"));
        body["speed"] = slot.Text("speed") == "10G" ? "100G" : "10G";
        Reply refused = await bench.PostAsync("interconnects", body);
        Assert.Equal((400, $"speed: the slot supports {slot.Text("speed")} only"), (refused.Status, Assert.Single(refused.Errors)));
        body["speed"] = null;
        Assert.Equal(200, (await bench.PostAsync("interconnects", body)).Status);

        JsonElement other = await bench.FreeSlotAsync();
        JsonObject exact = Bench.Direct(other.Text("id"));
        exact["speed"] = other.Text("speed");
        Assert.Equal(200, (await bench.PostAsync("interconnects", exact)).Status);
    }

    [Fact]
    public async Task A_GCP_partners_gets_its_region_from_the_key_and_never_shows_the_key()
    {
        using var bench = new Bench();
        Reply created = await bench.PostAsync("interconnects", Gcp(PairingKey, "500M"));
        Assert.Equal(200, created.Status);
        Assert.Equal(("us-east4", "500M", "gcp_partner"), (created.Json.Text("region"), created.Json.Text("speed"), created.Json.Text("type")));
        string name = created.Json.Text("name");
        Assert.DoesNotContain("7e51371e", created.Text + (await bench.GetAsync("interconnects/" + name)).Text + (await bench.GetAsync("interconnects")).Text, StringComparison.Ordinal);
        Assert.Equal("""{"state":"Pending"}""", (await bench.GetAsync($"interconnects/{name}/status")).Text);
        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("""{"state":"Healthy"}""", (await bench.GetAsync($"interconnects/{name}/status")).Text);
        Assert.Equal(200, (await bench.DeleteAsync("interconnects/" + name)).Status);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59//1")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/one")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/")]
    [InlineData("7e51371e/us-east4/1")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/US EAST/1")]
    public async Task A_malformed_key_is_refused_without_repeating_it(string key)
    {
        using var bench = new Bench();
        Reply reply = await bench.PostAsync("interconnects", Gcp(key, "1G"));
        Assert.Equal(400, reply.Status);
        Assert.StartsWith("pairing_key:", Assert.Single(reply.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(key, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50M")]
    [InlineData("100M")]
    [InlineData("200M")]
    [InlineData("300M")]
    [InlineData("400M")]
    [InlineData("500M")]
    [InlineData("1G")]
    [InlineData("2G")]
    [InlineData("5G")]
    [InlineData("10G")]
    [InlineData("20G")]
    [InlineData("50G")]
    public async Task Every_bandwidth_of_the_API_works(string bandwidth)
    {
        using var bench = new Bench();
        Assert.Equal(bandwidth, (await bench.PostAsync("interconnects", Gcp(PairingKey, bandwidth))).Json.Text("speed"));
    }

    [Theory]
    [InlineData("""{"slot_id": "SLOT", "type": "direct"}""", "account: is required")]
    [InlineData("""{"account": null, "slot_id": "SLOT", "type": "direct"}""", "account: is required")]
    [InlineData("""{"account": 1, "slot_id": "SLOT", "type": "direct"}""", "account: must be a string")]
    [InlineData("""{"account": "another", "slot_id": "SLOT", "type": "direct"}""", "account: must be the account in the path")]
    [InlineData("""{"account": "ACCOUNT", "slot_id": "SLOT"}""", "type: is required")]
    [InlineData("""{"account": "ACCOUNT", "slot_id": "SLOT", "type": "aws"}""", "type: must be direct or gcp_partner")]
    [InlineData("""{"account": "ACCOUNT", "type": "direct"}""", "slot_id: is required")]
    [InlineData("""{"account": "ACCOUNT", "slot_id": "fra03", "type": "direct"}""", "slot_id: must be a UUID")]
    [InlineData("""{"account": "ACCOUNT", "slot_id": "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", "type": "direct"}""", "slot_id: no such slot")]
    [InlineData("""{"account": "ACCOUNT", "slot_id": "SLOT", "type": "direct", "speed": 10}""", "speed: must be a string")]
    [InlineData("""{"account": "ACCOUNT", "pairing_key": "KEY", "type": "gcp_partner"}""", "bandwidth: is required")]
    [InlineData("""{"account": "ACCOUNT", "pairing_key": "KEY", "bandwidth": "3G", "type": "gcp_partner"}""", "bandwidth: must be one of 50M, 100M, 200M, 300M, 400M, 500M, 1G, 2G, 5G, 10G, 20G, 50G")]
    [InlineData("""{"account": "ACCOUNT", "bandwidth": "1G", "type": "gcp_partner"}""", "pairing_key: is required")]
    [InlineData("""{"account": "ACCOUNT", "pairing_key": 7, "bandwidth": "1G", "type": "gcp_partner"}""", "pairing_key: must be a string")]
    [InlineData("[]", "the body must be a JSON object")]
    [InlineData("", "the body is not valid JSON (line 1, byte 1)")]
    [InlineData("{\"account\": \"ACCOUNT\",", "the body is not valid JSON (line 1, byte 47)")]
    [InlineData("""{"account": "\ud800"}""", "the body holds text that is not valid Unicode")]
    public async Task A_bad_body_is_refused_with_the_fields_name_and_nothing_is_made(string body, string reason)
    {
        using var bench = new Bench();
        string sent = body.Replace("ACCOUNT", Bench.Account, StringComparison.Ordinal).Replace("KEY", PairingKey, StringComparison.Ordinal)
            .Replace("SLOT", (await bench.FreeSlotAsync()).Text("id"), StringComparison.Ordinal);
        Reply reply = await bench.SendAsync("POST", "interconnects", sent);
        Assert.Equal(400, reply.Status);
        Assert.Equal(reason, Assert.Single(reply.Errors));
        Assert.Equal(9, (await bench.AllAsync("interconnects")).Count);
    }

    [Fact]
    public async Task A_slot_of_another_customer_is_occupied()
    {
        using var bench = new Bench();
        JsonElement foreign = (await bench.AllAsync("slots?occupied=true")).First(slot => slot.Text("account") != Bench.Account);
        Reply reply = await bench.PostAsync("interconnects", Bench.Direct(foreign.Text("id")));
        Assert.Equal((400, "slot_id: the slot is occupied"), (reply.Status, Assert.Single(reply.Errors)));
    }

    [Fact]
    public async Task One_with_CNIs_on_it_can_not_be_deleted_before_they_are()
    {
        using var bench = new Bench();
        JsonElement cni = (await bench.AllAsync("cnis"))[0];
        string path = "interconnects/" + cni.Text("interconnect");
        Reply refused = await bench.DeleteAsync(path);
        Assert.Equal(400, refused.Status);
        Assert.Contains("CNIs", Assert.Single(refused.Errors), StringComparison.Ordinal);
        foreach (JsonElement hosted in (await bench.AllAsync("cnis")).Where(one => one.Text("interconnect") == cni.Text("interconnect")))
        {
            await bench.DeleteAsync("cnis/" + hosted.Text("id"));
        }

        Assert.Equal(200, (await bench.DeleteAsync(path)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/status")]
    [InlineData("/loa")]
    [InlineData("/loa/default")]
    public async Task One_that_is_not_there_is_404_on_every_path(string more)
    {
        using var bench = new Bench();
        Reply reply = await bench.GetAsync($"interconnects/a%2Fb%20c{more}");
        Assert.Equal(404, reply.Status);
        Assert.Equal("interconnect a/b c not found", Assert.Single(reply.Errors));
        Assert.False(reply.IsInEnvelope);
    }

    private static JsonObject Gcp(string key, string bandwidth) =>
        new() { ["account"] = Bench.Account, ["bandwidth"] = bandwidth, ["pairing_key"] = key, ["type"] = "gcp_partner" };
}
