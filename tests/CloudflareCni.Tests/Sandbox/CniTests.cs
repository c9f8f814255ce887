using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class CniTests
{
    [Fact]
    public async Task An_account_starts_with_CNIs_with_and_without_BGP_on_both_dataplanes()
    {
        using var client = new SandboxClient();
        List<JsonElement> cnis = await client.AllAsync("cnis");
        JsonElement[] sessions = [.. cnis.Where(cni => cni.TryGetProperty("bgp", out _)).Select(cni => cni.GetProperty("bgp"))];
        Assert.InRange(sessions.Length, 1, cnis.Count - 1);
        Assert.Contains(sessions, bgp => bgp.GetProperty("customer_asn").GetInt64() > int.MaxValue);
        Assert.Contains(sessions, bgp => bgp.TryGetProperty("md5_key", out _));
        Assert.Contains(sessions, bgp => bgp.GetProperty("extra_prefixes").GetArrayLength() > 1);
        Assert.Equal([1476, 1500], cnis.Select(cni => cni.GetProperty("magic").GetProperty("mtu").GetInt32()).Distinct().Order());
        Assert.Equal(["advertise_only", "dynamic_route_exchange"], cnis.Select(cni => cni.Text("bgp_mode")).Distinct().Order());
    }

    [Fact]
    public async Task A_new_CNI_is_returned_with_its_two_addresses_and_can_be_read()
    {
        using var client = new SandboxClient();
        JsonObject body = SandboxClient.Cni(await client.InterconnectAsync(), "new");
        body["bgp"] = new JsonObject { ["customer_asn"] = 4200000000, ["extra_prefixes"] = new JsonArray("0.0.0.0/0"), ["md5_key"] = """a\'`~ !""" };
        SandboxReply created = await client.PostAsync("cnis", body);
        Assert.Equal(200, created.Status);
        (uint customer, uint cloudflare) = Link(created.Json);
        Assert.Equal(0u, customer % 2);
        Assert.Equal(customer + 1, cloudflare);
        Assert.EndsWith("/31", created.Json.Text("cust_ip"), StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(body["bgp"], JsonNode.Parse(created.Json.GetProperty("bgp").GetRawText())));
        Assert.True(JsonNode.DeepEquals(body["magic"], JsonNode.Parse(created.Json.GetProperty("magic").GetRawText())));
        Assert.Equal("dynamic_route_exchange", created.Json.Text("bgp_mode"));
        Assert.Equal(created.Text, (await client.GetAsync("cnis/" + created.Json.Text("id"))).Text);
        Assert.Equal(created.Text, (await client.AllAsync("cnis"))[^1].GetRawText());
    }

    [Fact]
    public async Task A_deleted_CNI_is_gone_and_its_addresses_and_name_are_free()
    {
        using var client = new SandboxClient();
        JsonElement first = (await client.AllAsync("cnis"))[2];
        string path = "cnis/" + first.Text("id");
        SandboxReply deleted = await client.DeleteAsync(path);
        Assert.Equal((200, 0), (deleted.Status, deleted.Body.Length));
        Assert.Equal(404, (await client.GetAsync(path)).Status);
        Assert.Equal(404, (await client.DeleteAsync(path)).Status);
        Assert.Equal(404, (await client.PutAsync(path, new JsonObject())).Status);

        JsonObject again = await client.NewCniAsync(first.GetProperty("magic").Text("conduit_name"));
        Assert.Equal(first.Text("cust_ip"), (string?)again["cust_ip"]);
        Assert.NotEqual(first.Text("id"), (string?)again["id"]);
    }

    [Fact]
    public async Task No_two_CNIs_have_the_same_address()
    {
        using var client = new SandboxClient();
        for (int number = 0; number < 50; number++)
        {
            await client.NewCniAsync($"cni-{number}");
        }

        List<JsonElement> cnis = await client.AllAsync("cnis");
        Assert.Equal(cnis.Count * 2, cnis.SelectMany(cni => new[] { Link(cni).Customer, Link(cni).Cloudflare }).Distinct().Count());
    }

    [Fact]
    public async Task A_taken_conduit_name_returns_409_in_its_account_and_is_free_in_another()
    {
        using var client = new SandboxClient();
        await client.NewCniAsync("taken");
        SandboxReply reply = await client.PostAsync("cnis", SandboxClient.Cni(await client.InterconnectAsync(), "taken"));
        Assert.Equal(409, reply.Status);
        Assert.Contains("Name Conflict", Assert.Single(reply.Errors), StringComparison.Ordinal);
        Assert.False(reply.IsInEnvelope);

        const string other = "0123456789abcdef0123456789abcdef";
        string interconnect = (await client.GetAsync($"/accounts/{other}/cni/interconnects")).Json.GetProperty("items")[0].Text("name");
        Assert.Equal(200, (await client.PostAsync($"/accounts/{other}/cni/cnis", SandboxClient.Cni(interconnect, "taken", other))).Status);
    }

    [Fact]
    public async Task The_name_of_a_tunnel_returns_409_although_no_CNI_has_it()
    {
        using var client = new SandboxClient();
        const string name = "existing-tunnel";
        Assert.DoesNotContain(await client.AllAsync("cnis"), cni => cni.GetProperty("magic").Text("conduit_name") == name);
        SandboxReply created = await client.PostAsync("cnis", SandboxClient.Cni(await client.InterconnectAsync(), name));
        Assert.Equal(409, created.Status);
        Assert.StartsWith("Name Conflict", Assert.Single(created.Errors), StringComparison.Ordinal);

        JsonObject cni = await client.NewCniAsync("free");
        cni["magic"]!["conduit_name"] = name;
        Assert.Equal(400, (await client.PutAsync($"cnis/{cni["id"]}", cni)).Status);
    }

    [Fact]
    public async Task The_slot_filter_returns_the_CNIs_of_its_interconnect_and_the_tunnel_filter_none()
    {
        using var client = new SandboxClient();
        JsonElement cni = (await client.AllAsync("cnis"))[0];
        string slot = (await client.GetAsync("interconnects/" + cni.Text("interconnect"))).Json.Text("slot_id");
        List<JsonElement> found = await client.AllAsync("cnis?slot=" + slot);
        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.Equal(cni.Text("interconnect"), one.Text("interconnect")));
        Assert.Empty(await client.AllAsync("cnis?slot=" + (await client.FreeSlotAsync()).Text("id")));
        Assert.Empty(await client.AllAsync("cnis?tunnel_id=f70ff985a4ef4643bbbc4a0ed4fc8415"));
        Assert.Equal(400, (await client.GetAsync("cnis?slot=fra03")).Status);
    }

    [Theory]
    [InlineData("account", null, "account: is required")]
    [InlineData("account", "\"another\"", "account: must be the account in the path")]
    [InlineData("interconnect", null, "interconnect: is required")]
    [InlineData("interconnect", "7", "interconnect: must be a string")]
    [InlineData("interconnect", "\"nowhere\"", "interconnect: no such interconnect")]
    [InlineData("magic", null, "magic: is required")]
    [InlineData("magic", "[]", "magic: must be an object")]
    [InlineData("magic.conduit_name", null, "magic.conduit_name: is required")]
    [InlineData("magic.conduit_name", "\"  \"", "magic.conduit_name: must not be empty")]
    [InlineData("magic.description", null, "magic.description: is required")]
    [InlineData("magic.description", "true", "magic.description: must be a string")]
    [InlineData("magic.mtu", null, "magic.mtu: is required")]
    [InlineData("magic.mtu", "\"1500\"", "magic.mtu: must be an integer from 576 to 9216")]
    [InlineData("magic.mtu", "1500.5", "magic.mtu: must be an integer from 576 to 9216")]
    [InlineData("magic.mtu", "575", "magic.mtu: must be an integer from 576 to 9216")]
    [InlineData("magic.mtu", "9217", "magic.mtu: must be an integer from 576 to 9216")]
    [InlineData("magic.mtu", "99999999999999999999", "magic.mtu: must be an integer from 576 to 9216")]
    [InlineData("bgp", "\"on\"", "bgp: must be an object")]
    [InlineData("bgp.customer_asn", null, "bgp.customer_asn: is required")]
    [InlineData("bgp.customer_asn", "0", "bgp.customer_asn: must be an integer from 1 to 4294967295")]
    [InlineData("bgp.customer_asn", "-1", "bgp.customer_asn: must be an integer from 1 to 4294967295")]
    [InlineData("bgp.customer_asn", "4294967296", "bgp.customer_asn: must be an integer from 1 to 4294967295")]
    [InlineData("bgp.customer_asn", "\"64512\"", "bgp.customer_asn: must be an integer from 1 to 4294967295")]
    [InlineData("bgp.extra_prefixes", null, "bgp.extra_prefixes: is required")]
    [InlineData("bgp.extra_prefixes", "\"0.0.0.0/0\"", "bgp.extra_prefixes: must be an array of strings")]
    [InlineData("bgp.extra_prefixes", "[1]", "bgp.extra_prefixes: must be an array of strings")]
    [InlineData("bgp.extra_prefixes", "[\"10.0.0.0/8\", \"10.0.0.0/33\"]", "bgp.extra_prefixes[1]: must be an IPv4 prefix, such as 100.96.0.0/12")]
    [InlineData("bgp.extra_prefixes", "[\"10.0.0.0\"]", "bgp.extra_prefixes[0]: must be an IPv4 prefix, such as 100.96.0.0/12")]
    [InlineData("bgp.extra_prefixes", "[\"10.0.0.256/8\"]", "bgp.extra_prefixes[0]: must be an IPv4 prefix, such as 100.96.0.0/12")]
    [InlineData("bgp.extra_prefixes", "[\"10.0.0.01/8\"]", "bgp.extra_prefixes[0]: must be an IPv4 prefix, such as 100.96.0.0/12")]
    [InlineData("bgp.extra_prefixes", "[\"10.0.0/8\"]", "bgp.extra_prefixes[0]: must be an IPv4 prefix, such as 100.96.0.0/12")]
    [InlineData("bgp.md5_key", "\"\"", "bgp.md5_key: must have 1 or more characters from U+0020 to U+007E, except the quotation mark and the question mark")]
    [InlineData("bgp.md5_key", "\"why?\"", "bgp.md5_key: must have 1 or more characters from U+0020 to U+007E, except the quotation mark and the question mark")]
    [InlineData("bgp.md5_key", "\"a\\\"b\"", "bgp.md5_key: must have 1 or more characters from U+0020 to U+007E, except the quotation mark and the question mark")]
    [InlineData("bgp.md5_key", "\"stra\\u00dfe\"", "bgp.md5_key: must have 1 or more characters from U+0020 to U+007E, except the quotation mark and the question mark")]
    public async Task An_invalid_field_is_named_when_creating_and_updating(string field, string? value, string reason)
    {
        using var client = new SandboxClient();
        JsonObject create = SandboxClient.Cni(await client.InterconnectAsync(), "bad");
        create["bgp"] = new JsonObject { ["customer_asn"] = 64512, ["extra_prefixes"] = new JsonArray() };
        Change(create, field, value);
        SandboxReply created = await client.PostAsync("cnis", create);
        Assert.Equal((400, reason), (created.Status, Assert.Single(created.Errors)));

        JsonObject update = await client.NewCniAsync("good");
        string before = update.ToJsonString();
        update["bgp"] = new JsonObject { ["customer_asn"] = 64512, ["extra_prefixes"] = new JsonArray() };
        Change(update, field, value);
        SandboxReply updated = await client.PutAsync($"cnis/{update["id"]}", update);
        Assert.Equal(400, updated.Status);
        string expected = value == "\"nowhere\"" ? "interconnect: a CNI can't move to another interconnect" : reason;
        Assert.Equal(expected, Assert.Single(updated.Errors));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(before), JsonNode.Parse((await client.GetAsync($"cnis/{update["id"]}")).Text)));
    }

    [Fact]
    public async Task One_response_names_every_invalid_field()
    {
        using var client = new SandboxClient();
        SandboxReply reply = await client.SendAsync("POST", "cnis", """{"account": "x", "magic": {"mtu": 1}, "bgp": {}}""");
        Assert.Equal(
            ["account", "interconnect", "magic.conduit_name", "magic.description", "magic.mtu", "bgp.customer_asn", "bgp.extra_prefixes"],
            reply.Errors.Select(error => error.Split(':')[0]));
    }

    [Theory]
    [InlineData("POST", "cnis", "{")]
    [InlineData("POST", "cnis", "null")]
    [InlineData("PUT", "settings", "<html>")]
    [InlineData("PUT", "settings", "7")]
    public async Task A_body_that_is_not_a_JSON_object_returns_400(string method, string path, string body)
    {
        using var client = new SandboxClient();
        Assert.Equal(400, (await client.SendAsync(method, path, body)).Status);
    }

    [Fact]
    public async Task An_update_replaces_the_whole_object()
    {
        using var client = new SandboxClient();
        JsonObject cni = await client.NewCniAsync("before");
        cni["magic"] = new JsonObject { ["conduit_name"] = "after", ["description"] = string.Empty, ["mtu"] = 9000 };
        cni["bgp"] = new JsonObject { ["customer_asn"] = 65001, ["extra_prefixes"] = new JsonArray("10.0.0.0/8"), ["md5_key"] = null };
        cni["bgp_mode"] = "advertise_only";
        cni["cust_ip"] = "10.9.8.1/30";
        cni["p2p_ip"] = "10.9.8.2/30";
        SandboxReply updated = await client.PutAsync($"cnis/{cni["id"]}", cni);
        Assert.Equal(200, updated.Status);
        Assert.True(JsonNode.DeepEquals(cni, JsonNode.Parse(updated.Text)));
        Assert.Equal(updated.Text, (await client.GetAsync($"cnis/{cni["id"]}")).Text);

        cni.Remove("bgp");
        cni.Remove("bgp_mode");
        SandboxReply without = await client.PutAsync($"cnis/{cni["id"]}", cni);
        Assert.False(without.Json.TryGetProperty("bgp", out _));
        Assert.Equal("advertise_only", without.Json.Text("bgp_mode"));

        Assert.Equal(200, (await client.PostAsync("cnis", SandboxClient.Cni(await client.InterconnectAsync(), "before"))).Status);
    }

    [Theory]
    [InlineData("id", "\"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e\"", "id: must be the ID in the path")]
    [InlineData("id", "\"x\"", "id: must be a UUID")]
    [InlineData("id", null, "id: is required")]
    [InlineData("cust_ip", null, "cust_ip: is required")]
    [InlineData("p2p_ip", null, "p2p_ip: is required")]
    [InlineData("cust_ip", "\"10.0.0.1\"", "cust_ip: must be an IPv4 address with its prefix length, such as 192.168.3.4/31")]
    [InlineData("p2p_ip", "\"10.0.0.1/40\"", "p2p_ip: must be an IPv4 address with its prefix length, such as 192.168.3.4/31")]
    [InlineData("cust_ip", "\"10.0.0.0/31\"", "cust_ip: must be in the same prefix as p2p_ip")]
    [InlineData("bgp_mode", "\"full\"", "bgp_mode: must be dynamic_route_exchange or advertise_only")]
    [InlineData("interconnect", "\"OTHER\"", "interconnect: a CNI can't move to another interconnect")]
    [InlineData("magic.conduit_name", "\"core-primary\"", "magic.conduit_name: another CNI or tunnel of the account has this name")]
    public async Task An_invalid_update_names_the_field(string field, string? value, string reason)
    {
        using var client = new SandboxClient();
        JsonObject cni = await client.NewCniAsync("good");
        Change(cni, field, value?.Replace("OTHER", await client.InterconnectAsync("gcp_partner"), StringComparison.Ordinal));
        SandboxReply reply = await client.PutAsync($"cnis/{(await client.AllAsync("cnis"))[^1].Text("id")}", cni);
        Assert.Equal((400, reason), (reply.Status, Assert.Single(reply.Errors)));
    }

    [Fact]
    public async Task A_CNI_can_have_its_own_addresses_but_not_those_of_another_CNI()
    {
        using var client = new SandboxClient();
        JsonElement other = (await client.AllAsync("cnis"))[0];
        JsonObject cni = await client.NewCniAsync("good");
        string path = $"cnis/{cni["id"]}";

        (uint customer, _) = Link(other);
        foreach ((string mine, string theirs) in new[]
        {
            (other.Text("cust_ip"), other.Text("p2p_ip")),
            ($"{Dotted(customer + 1)}/29", $"{Dotted(customer + 2)}/29"),
        })
        {
            cni["cust_ip"] = mine;
            cni["p2p_ip"] = theirs;
            SandboxReply refused = await client.PutAsync(path, cni);
            Assert.Equal((400, "cust_ip: another CNI uses an address of this prefix"), (refused.Status, Assert.Single(refused.Errors)));
        }

        cni["cust_ip"] = "10.9.8.1/30";
        cni["p2p_ip"] = "10.9.8.1/30";
        Assert.Equal("cust_ip: must differ from p2p_ip", Assert.Single((await client.PutAsync(path, cni)).Errors));

        cni["p2p_ip"] = "10.9.8.2/30";
        Assert.Equal(200, (await client.PutAsync(path, cni)).Status);
        cni["cust_ip"] = "10.9.8.0/31";
        cni["p2p_ip"] = "10.9.8.1/31";
        Assert.Equal(200, (await client.PutAsync(path, cni)).Status);
        Assert.Equal(200, (await client.PutAsync(path, cni)).Status);
    }

    [Fact]
    public async Task Addresses_set_by_an_update_are_in_use_and_the_previous_ones_are_free()
    {
        using var client = new SandboxClient();
        JsonObject cni = await client.NewCniAsync("moves");
        (uint customer, _) = Link(JsonElement.Parse(cni.ToJsonString()));
        cni["cust_ip"] = $"{Dotted(customer + 2)}/31";
        cni["p2p_ip"] = $"{Dotted(customer + 3)}/31";
        Assert.Equal(200, (await client.PutAsync($"cnis/{cni["id"]}", cni)).Status);
        Assert.Equal($"{Dotted(customer)}/31", (string?)(await client.NewCniAsync("first"))["cust_ip"]);
        Assert.Equal($"{Dotted(customer + 4)}/31", (string?)(await client.NewCniAsync("second"))["cust_ip"]);
    }

    [Fact]
    public async Task A_CNI_is_not_created_when_no_address_is_free()
    {
        using var client = new SandboxClient();
        foreach (JsonElement one in await client.AllAsync("cnis"))
        {
            await client.DeleteAsync("cnis/" + one.Text("id"));
        }

        JsonObject cni = await client.NewCniAsync("all");
        cni["cust_ip"] = "172.16.0.1/12";
        cni["p2p_ip"] = "172.16.0.2/12";
        Assert.Equal(200, (await client.PutAsync($"cnis/{cni["id"]}", cni)).Status);
        SandboxReply reply = await client.PostAsync("cnis", SandboxClient.Cni(await client.InterconnectAsync(), "one more"));
        Assert.Equal((400, "no point-to-point prefix is free: delete a CNI first"), (reply.Status, Assert.Single(reply.Errors)));

        await client.DeleteAsync($"cnis/{cni["id"]}");
        Assert.Equal("172.24.0.0/31", (string?)(await client.NewCniAsync("one more"))["cust_ip"]);
    }

    [Fact]
    public async Task Unknown_fields_are_kept_at_their_place()
    {
        using var client = new SandboxClient();
        client.Checker.IsStrict = false;
        JsonObject body = SandboxClient.Cni(await client.InterconnectAsync(), "grown");
        body["new_field"] = new JsonArray(1, "two");
        body["magic"]!["new_magic"] = "x";
        body["bgp"] = new JsonObject { ["customer_asn"] = 64512, ["extra_prefixes"] = new JsonArray(), ["new_bgp"] = 1.50 };
        JsonNode created = JsonNode.Parse((await client.PostAsync("cnis", body)).Text)!;
        Assert.Equal("[1,\"two\"]", created["new_field"]!.ToJsonString());
        Assert.Equal("x", (string?)created["magic"]!["new_magic"]);
        Assert.Equal(1.5, (double?)created["bgp"]!["new_bgp"]);
        created["new_field"] = null;
        Assert.True(JsonNode.DeepEquals(created, JsonNode.Parse((await client.PutAsync($"cnis/{created["id"]}", created)).Text)));
    }

    [Fact]
    public async Task A_create_request_cannot_set_what_the_server_assigns()
    {
        using var client = new SandboxClient();
        JsonObject body = SandboxClient.Cni(await client.InterconnectAsync(), "mine");
        body["id"] = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";
        body["cust_ip"] = "10.0.0.0/31";
        body["bgp_mode"] = "advertise_only";
        body["bgp"] = null;
        JsonElement created = (await client.PostAsync("cnis", body)).Json;
        Assert.NotEqual("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", created.Text("id"));
        Assert.StartsWith("172.24.", created.Text("cust_ip"), StringComparison.Ordinal);
        Assert.Equal("dynamic_route_exchange", created.Text("bgp_mode"));
        Assert.False(created.TryGetProperty("bgp", out _));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_path_without_a_UUID_returns_400_and_an_unknown_UUID_404(string method)
    {
        using var client = new SandboxClient();
        Assert.Equal(400, (await client.SendAsync(method, "cnis/core-primary", method == "PUT" ? "{}" : null)).Status);
        Assert.Equal(404, (await client.SendAsync(method, "cnis/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", method == "PUT" ? "{}" : null)).Status);
    }

    internal static (uint Customer, uint Cloudflare) Link(JsonElement cni) => (Number(cni.Text("cust_ip")), Number(cni.Text("p2p_ip")));

    private static uint Number(string prefix)
    {
        byte[] octets = IPAddress.Parse(prefix.Split('/')[0]).GetAddressBytes();
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(octets);
    }

    private static string Dotted(uint number) => new IPAddress(new[] { (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number }).ToString();

    private static void Change(JsonObject body, string field, string? value)
    {
        string[] path = field.Split('.');
        JsonObject parent = path.Length == 1 ? body : body[path[0]]!.AsObject();
        if (value is null)
        {
            parent.Remove(path[^1]);
        }
        else
        {
            parent[path[^1]] = JsonNode.Parse(value);
        }
    }
}
