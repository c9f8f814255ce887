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
    public async Task An_account_starts_with_interconnects_in_every_state_and_the_reasons()
    {
        using var client = new SandboxClient();
        foreach (string state in new[] { "Healthy", "Pending", "Down", "Unhealthy" })
        {
            JsonElement status = (await client.GetAsync($"interconnects/{await client.InterconnectInStateAsync(state)}/status")).Json;
            Assert.Equal(state is "Down" or "Unhealthy", status.TryGetProperty("reason", out _));
        }

        Assert.Equal(7, (await client.AllAsync("interconnects?type=direct")).Count);
        Assert.Equal(2, (await client.AllAsync("interconnects?type=GCP_partner")).Count);
        Assert.Empty(await client.AllAsync("interconnects?type=aws"));
    }

    [Fact]
    public async Task The_site_filter_returns_the_interconnects_of_that_site()
    {
        using var client = new SandboxClient();
        string site = (await client.AllAsync("interconnects"))[0].Text("site");
        string[] expected = [.. (await client.AllAsync("interconnects?type=direct")).Where(one => one.Text("site") == site).Select(one => one.Text("name"))];
        Assert.Equal(expected, (await client.AllAsync("interconnects?site=" + site.ToUpperInvariant())).Select(one => one.Text("name")));
    }

    [Fact]
    public async Task Creating_an_interconnect_occupies_its_slot_and_deleting_it_frees_the_slot()
    {
        using var client = new SandboxClient();
        JsonElement slot = await client.FreeSlotAsync();
        string id = slot.Text("id");

        SandboxReply created = await client.PostAsync("interconnects", SandboxClient.Direct(id));
        Assert.Equal(200, created.Status);
        Assert.Equal(
            (id, slot.Text("site"), slot.Text("speed"), "direct", SandboxClient.Account),
            (created.Json.Text("slot_id"), created.Json.Text("site"), created.Json.Text("speed"), created.Json.Text("type"), created.Json.Text("account")));
        Assert.StartsWith(slot.Text("site") + "-", created.Json.Text("name"), StringComparison.Ordinal);

        string path = "interconnects/" + created.Json.Text("name");
        Assert.Equal(created.Text, (await client.GetAsync(path)).Text);
        JsonElement taken = (await client.GetAsync("slots/" + id)).Json;
        Assert.True(taken.GetProperty("occupied").GetBoolean());
        Assert.Equal(SandboxClient.Account, taken.Text("account"));
        SandboxReply second = await client.PostAsync("interconnects", SandboxClient.Direct(id));
        Assert.Equal((400, "slot_id: the slot is occupied"), (second.Status, Assert.Single(second.Errors)));

        SandboxReply deleted = await client.DeleteAsync(path);
        Assert.Equal(200, deleted.Status);
        Assert.Empty(deleted.Body);
        Assert.Equal(slot.GetRawText(), (await client.GetAsync("slots/" + id)).Text);
        Assert.Equal(404, (await client.GetAsync(path)).Status);
        Assert.Equal(404, (await client.DeleteAsync(path)).Status);

        SandboxReply again = await client.PostAsync("interconnects", SandboxClient.Direct(id));
        Assert.Equal(200, again.Status);
        Assert.NotEqual(created.Json.Text("name"), again.Json.Text("name"));
    }

    [Fact]
    public async Task Deleting_an_initial_interconnect_frees_its_slot()
    {
        using var client = new SandboxClient();
        SandboxReply created = await client.GetAsync("interconnects/" + await client.InterconnectInStateAsync("Pending"));
        foreach (JsonElement cni in await client.AllAsync("cnis?slot=" + created.Json.Text("slot_id")))
        {
            await client.DeleteAsync("cnis/" + cni.Text("id"));
        }

        Assert.Equal(200, (await client.DeleteAsync("interconnects/" + created.Json.Text("name"))).Status);
        Assert.False((await client.GetAsync("slots/" + created.Json.Text("slot_id"))).Json.GetProperty("occupied").GetBoolean());
    }

    [Fact]
    public async Task A_new_interconnect_is_Pending_until_it_is_ready_and_then_Healthy()
    {
        using var client = new SandboxClient(options => options.ReadyAfter = TimeSpan.FromMinutes(2));
        string path = $"interconnects/{await client.NewInterconnectAsync()}/status";
        Assert.Equal("""{"state":"Pending"}""", (await client.GetAsync(path)).Text);
        client.Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal("""{"state":"Pending"}""", (await client.GetAsync(path)).Text);
        client.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("""{"state":"Healthy"}""", (await client.GetAsync(path)).Text);
    }

    [Fact]
    public async Task A_new_interconnect_is_Healthy_at_once_when_ReadyAfter_is_zero()
    {
        using var client = new SandboxClient(options => options.ReadyAfter = TimeSpan.Zero);
        Assert.Equal("""{"state":"Healthy"}""", (await client.GetAsync($"interconnects/{await client.NewInterconnectAsync()}/status")).Text);
    }

    [Fact]
    public async Task A_new_interconnect_can_name_only_the_speed_of_its_slot()
    {
        using var client = new SandboxClient();
        JsonElement slot = await client.FreeSlotAsync();
        JsonObject body = SandboxClient.Direct(slot.Text("id"));
        body["speed"] = slot.Text("speed") == "10G" ? "100G" : "10G";
        SandboxReply refused = await client.PostAsync("interconnects", body);
        Assert.Equal((400, $"speed: the slot supports {slot.Text("speed")} only"), (refused.Status, Assert.Single(refused.Errors)));
        body["speed"] = null;
        Assert.Equal(200, (await client.PostAsync("interconnects", body)).Status);

        JsonElement other = await client.FreeSlotAsync();
        JsonObject exact = SandboxClient.Direct(other.Text("id"));
        exact["speed"] = other.Text("speed");
        Assert.Equal(200, (await client.PostAsync("interconnects", exact)).Status);
    }

    [Fact]
    public async Task A_GCP_partner_interconnect_gets_its_region_from_the_key_and_never_shows_the_key()
    {
        using var client = new SandboxClient();
        SandboxReply created = await client.PostAsync("interconnects", Gcp(PairingKey, "500M"));
        Assert.Equal(200, created.Status);
        Assert.Equal(("us-east4", "500M", "gcp_partner"), (created.Json.Text("region"), created.Json.Text("speed"), created.Json.Text("type")));
        string name = created.Json.Text("name");
        Assert.DoesNotContain("7e51371e", created.Text + (await client.GetAsync("interconnects/" + name)).Text + (await client.GetAsync("interconnects")).Text, StringComparison.Ordinal);
        Assert.Equal("""{"state":"Pending"}""", (await client.GetAsync($"interconnects/{name}/status")).Text);
        client.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("""{"state":"Healthy"}""", (await client.GetAsync($"interconnects/{name}/status")).Text);
        Assert.Equal(200, (await client.DeleteAsync("interconnects/" + name)).Status);
    }

    [Fact]
    public async Task Every_interconnect_has_the_UUID_of_its_virtual_port_reservation()
    {
        using var client = new SandboxClient();
        string[] ids = [.. (await client.AllAsync("interconnects")).Select(interconnect => interconnect.Text("virtual_port_reservation_id"))];
        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "D", out _), id));
        Assert.Equal(9, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59//1")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/one")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/")]
    [InlineData("7e51371e/us-east4/1")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/US EAST/1")]
    public async Task The_error_for_a_malformed_pairing_key_does_not_repeat_it(string key)
    {
        using var client = new SandboxClient();
        SandboxReply reply = await client.PostAsync("interconnects", Gcp(key, "1G"));
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
        using var client = new SandboxClient();
        Assert.Equal(bandwidth, (await client.PostAsync("interconnects", Gcp(PairingKey, bandwidth))).Json.Text("speed"));
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
    [InlineData("", "the body isn't valid JSON (line 1, byte 1)")]
    [InlineData("{\"account\": \"ACCOUNT\",", "the body isn't valid JSON (line 1, byte 47)")]
    [InlineData("""{"account": "\ud800"}""", "the body contains text that isn't valid Unicode")]
    public async Task The_error_for_an_invalid_body_names_the_field_and_nothing_is_created(string body, string reason)
    {
        using var client = new SandboxClient();
        string sent = body.Replace("ACCOUNT", SandboxClient.Account, StringComparison.Ordinal).Replace("KEY", PairingKey, StringComparison.Ordinal)
            .Replace("SLOT", (await client.FreeSlotAsync()).Text("id"), StringComparison.Ordinal);
        SandboxReply reply = await client.SendAsync("POST", "interconnects", sent);
        Assert.Equal(400, reply.Status);
        Assert.Equal(reason, Assert.Single(reply.Errors));
        Assert.Equal(9, (await client.AllAsync("interconnects")).Count);
    }

    [Fact]
    public async Task The_slot_of_another_customer_is_occupied()
    {
        using var client = new SandboxClient();
        JsonElement foreign = (await client.AllAsync("slots?occupied=true")).First(slot => slot.Text("account") != SandboxClient.Account);
        SandboxReply reply = await client.PostAsync("interconnects", SandboxClient.Direct(foreign.Text("id")));
        Assert.Equal((400, "slot_id: the slot is occupied"), (reply.Status, Assert.Single(reply.Errors)));
    }

    [Fact]
    public async Task An_interconnect_that_still_has_CNIs_cannot_be_deleted()
    {
        using var client = new SandboxClient();
        JsonElement cni = (await client.AllAsync("cnis"))[0];
        string path = "interconnects/" + cni.Text("interconnect");
        SandboxReply refused = await client.DeleteAsync(path);
        Assert.Equal(400, refused.Status);
        Assert.Contains("CNIs", Assert.Single(refused.Errors), StringComparison.Ordinal);
        foreach (JsonElement hosted in (await client.AllAsync("cnis")).Where(one => one.Text("interconnect") == cni.Text("interconnect")))
        {
            await client.DeleteAsync("cnis/" + hosted.Text("id"));
        }

        Assert.Equal(200, (await client.DeleteAsync(path)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/status")]
    [InlineData("/loa")]
    [InlineData("/loa/default")]
    public async Task An_unknown_interconnect_returns_404_on_every_path(string more)
    {
        using var client = new SandboxClient();
        SandboxReply reply = await client.GetAsync($"interconnects/a%2Fb%20c{more}");
        Assert.Equal(404, reply.Status);
        Assert.Equal("interconnect a/b c not found", Assert.Single(reply.Errors));
        Assert.False(reply.IsInEnvelope);
    }

    private static JsonObject Gcp(string key, string bandwidth) =>
        new() { ["account"] = SandboxClient.Account, ["bandwidth"] = bandwidth, ["pairing_key"] = key, ["type"] = "gcp_partner" };
}
