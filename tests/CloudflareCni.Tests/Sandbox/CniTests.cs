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
    public async Task A_seeded_world_has_CNIs_with_and_without_BGP_of_both_dataplanes()
    {
        using var bench = new Bench();
        List<JsonElement> cnis = await bench.AllAsync("cnis");
        JsonElement[] sessions = [.. cnis.Where(cni => cni.TryGetProperty("bgp", out _)).Select(cni => cni.GetProperty("bgp"))];
        Assert.InRange(sessions.Length, 1, cnis.Count - 1);
        Assert.Contains(sessions, bgp => bgp.GetProperty("customer_asn").GetInt64() > int.MaxValue);
        Assert.Contains(sessions, bgp => bgp.TryGetProperty("md5_key", out _));
        Assert.Contains(sessions, bgp => bgp.GetProperty("extra_prefixes").GetArrayLength() > 1);
        Assert.Equal([1476, 1500], cnis.Select(cni => cni.GetProperty("magic").GetProperty("mtu").GetInt32()).Distinct().Order());
        Assert.Equal(["advertise_only", "dynamic_route_exchange"], cnis.Select(cni => cni.Text("bgp_mode")).Distinct().Order());
    }

    [Fact]
    public async Task A_new_one_comes_back_with_a_link_of_two_addresses_and_can_be_read()
    {
        using var bench = new Bench();
        JsonObject body = Bench.Cni(await bench.InterconnectAsync(), "new");
        body["bgp"] = new JsonObject { ["customer_asn"] = 4200000000, ["extra_prefixes"] = new JsonArray("0.0.0.0/0"), ["md5_key"] = """a\'`~ !""" };
        Reply created = await bench.PostAsync("cnis", body);
        Assert.Equal(200, created.Status);
        (uint customer, uint cloudflare) = Link(created.Json);
        Assert.Equal(0u, customer % 2);
        Assert.Equal(customer + 1, cloudflare);
        Assert.EndsWith("/31", created.Json.Text("cust_ip"), StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(body["bgp"], JsonNode.Parse(created.Json.GetProperty("bgp").GetRawText())));
        Assert.True(JsonNode.DeepEquals(body["magic"], JsonNode.Parse(created.Json.GetProperty("magic").GetRawText())));
        Assert.Equal("dynamic_route_exchange", created.Json.Text("bgp_mode"));
        Assert.Equal(created.Text, (await bench.GetAsync("cnis/" + created.Json.Text("id"))).Text);
        Assert.Equal(created.Text, (await bench.AllAsync("cnis"))[^1].GetRawText());
    }

    [Fact]
    public async Task A_deleted_one_is_gone_and_its_addresses_and_name_are_free()
    {
        using var bench = new Bench();
        JsonElement first = (await bench.AllAsync("cnis"))[2];
        string path = "cnis/" + first.Text("id");
        Reply deleted = await bench.DeleteAsync(path);
        Assert.Equal((200, 0), (deleted.Status, deleted.Body.Length));
        Assert.Equal(404, (await bench.GetAsync(path)).Status);
        Assert.Equal(404, (await bench.DeleteAsync(path)).Status);
        Assert.Equal(404, (await bench.PutAsync(path, new JsonObject())).Status);

        JsonObject again = await bench.NewCniAsync(first.GetProperty("magic").Text("conduit_name"));
        Assert.Equal(first.Text("cust_ip"), (string?)again["cust_ip"]);
        Assert.NotEqual(first.Text("id"), (string?)again["id"]);
    }

    [Fact]
    public async Task Addresses_are_never_handed_out_twice_at_a_time()
    {
        using var bench = new Bench();
        for (int number = 0; number < 50; number++)
        {
            await bench.NewCniAsync($"cni-{number}");
        }

        List<JsonElement> cnis = await bench.AllAsync("cnis");
        Assert.Equal(cnis.Count * 2, cnis.SelectMany(cni => new[] { Link(cni).Customer, Link(cni).Cloudflare }).Distinct().Count());
    }

    [Fact]
    public async Task A_conduit_name_that_is_taken_is_409_in_the_account_and_free_in_another()
    {
        using var bench = new Bench();
        await bench.NewCniAsync("taken");
        Reply reply = await bench.PostAsync("cnis", Bench.Cni(await bench.InterconnectAsync(), "taken"));
        Assert.Equal(409, reply.Status);
        Assert.Contains("Name Conflict", Assert.Single(reply.Errors), StringComparison.Ordinal);
        Assert.False(reply.IsInEnvelope);

        const string other = "0123456789abcdef0123456789abcdef";
        string interconnect = (await bench.GetAsync($"/accounts/{other}/cni/interconnects")).Json.GetProperty("items")[0].Text("name");
        Assert.Equal(200, (await bench.PostAsync($"/accounts/{other}/cni/cnis", Bench.Cni(interconnect, "taken", other))).Status);
    }

    [Fact]
    public async Task Slot_keeps_the_CNIs_of_its_interconnect_and_a_tunnel_has_none()
    {
        using var bench = new Bench();
        JsonElement cni = (await bench.AllAsync("cnis"))[0];
        string slot = (await bench.GetAsync("interconnects/" + cni.Text("interconnect"))).Json.Text("slot_id");
        List<JsonElement> found = await bench.AllAsync("cnis?slot=" + slot);
        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.Equal(cni.Text("interconnect"), one.Text("interconnect")));
        Assert.Empty(await bench.AllAsync("cnis?slot=" + (await bench.FreeSlotAsync()).Text("id")));
        Assert.Empty(await bench.AllAsync("cnis?tunnel_id=f70ff985a4ef4643bbbc4a0ed4fc8415"));
        Assert.Equal(400, (await bench.GetAsync("cnis?slot=fra03")).Status);
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
    [InlineData("bgp.md5_key", "\"\"", "bgp.md5_key: must be 1 or more characters from U+0020 to U+007E, without the quotation mark and the question mark")]
    [InlineData("bgp.md5_key", "\"why?\"", "bgp.md5_key: must be 1 or more characters from U+0020 to U+007E, without the quotation mark and the question mark")]
    [InlineData("bgp.md5_key", "\"a\\\"b\"", "bgp.md5_key: must be 1 or more characters from U+0020 to U+007E, without the quotation mark and the question mark")]
    [InlineData("bgp.md5_key", "\"stra\\u00dfe\"", "bgp.md5_key: must be 1 or more characters from U+0020 to U+007E, without the quotation mark and the question mark")]
    public async Task A_bad_field_is_refused_by_name_in_create_and_in_update(string field, string? value, string reason)
    {
        using var bench = new Bench();
        JsonObject create = Bench.Cni(await bench.InterconnectAsync(), "bad");
        create["bgp"] = new JsonObject { ["customer_asn"] = 64512, ["extra_prefixes"] = new JsonArray() };
        Change(create, field, value);
        Reply created = await bench.PostAsync("cnis", create);
        Assert.Equal((400, reason), (created.Status, Assert.Single(created.Errors)));

        JsonObject update = await bench.NewCniAsync("good");
        string before = update.ToJsonString();
        update["bgp"] = new JsonObject { ["customer_asn"] = 64512, ["extra_prefixes"] = new JsonArray() };
        Change(update, field, value);
        Reply updated = await bench.PutAsync($"cnis/{update["id"]}", update);
        Assert.Equal(400, updated.Status);
        string expected = value == "\"nowhere\"" ? "interconnect: a CNI can't move to another interconnect" : reason;
        Assert.Equal(expected, Assert.Single(updated.Errors));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(before), JsonNode.Parse((await bench.GetAsync($"cnis/{update["id"]}")).Text)));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        using var bench = new Bench();
        Reply reply = await bench.SendAsync("POST", "cnis", """{"account": "x", "magic": {"mtu": 1}, "bgp": {}}""");
        Assert.Equal(
            ["account", "interconnect", "magic.conduit_name", "magic.description", "magic.mtu", "bgp.customer_asn", "bgp.extra_prefixes"],
            reply.Errors.Select(error => error.Split(':')[0]));
    }

    [Theory]
    [InlineData("POST", "cnis", "{")]
    [InlineData("POST", "cnis", "null")]
    [InlineData("PUT", "settings", "<html>")]
    [InlineData("PUT", "settings", "7")]
    public async Task What_is_no_JSON_object_is_400(string method, string path, string body)
    {
        using var bench = new Bench();
        Assert.Equal(400, (await bench.SendAsync(method, path, body)).Status);
    }

    [Fact]
    public async Task An_update_replaces_the_whole_object()
    {
        using var bench = new Bench();
        JsonObject cni = await bench.NewCniAsync("before");
        cni["magic"] = new JsonObject { ["conduit_name"] = "after", ["description"] = string.Empty, ["mtu"] = 9000 };
        cni["bgp"] = new JsonObject { ["customer_asn"] = 65001, ["extra_prefixes"] = new JsonArray("10.0.0.0/8"), ["md5_key"] = null };
        cni["bgp_mode"] = "advertise_only";
        cni["cust_ip"] = "10.9.8.1/30";
        cni["p2p_ip"] = "10.9.8.2/30";
        Reply updated = await bench.PutAsync($"cnis/{cni["id"]}", cni);
        Assert.Equal(200, updated.Status);
        Assert.True(JsonNode.DeepEquals(cni, JsonNode.Parse(updated.Text)));
        Assert.Equal(updated.Text, (await bench.GetAsync($"cnis/{cni["id"]}")).Text);

        cni.Remove("bgp");
        cni.Remove("bgp_mode");
        Reply without = await bench.PutAsync($"cnis/{cni["id"]}", cni);
        Assert.False(without.Json.TryGetProperty("bgp", out _));
        Assert.Equal("advertise_only", without.Json.Text("bgp_mode"));

        Assert.Equal(200, (await bench.PostAsync("cnis", Bench.Cni(await bench.InterconnectAsync(), "before"))).Status);
    }

    [Theory]
    [InlineData("id", "\"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e\"", "id: must be the ID in the path")]
    [InlineData("id", "\"x\"", "id: must be a UUID")]
    [InlineData("id", null, "id: is required")]
    [InlineData("cust_ip", null, "cust_ip: is required")]
    [InlineData("p2p_ip", null, "p2p_ip: is required")]
    [InlineData("cust_ip", "\"10.0.0.1\"", "cust_ip: must be an IPv4 address with its prefix length, such as 192.168.3.4/31")]
    [InlineData("p2p_ip", "\"10.0.0.1/40\"", "p2p_ip: must be an IPv4 address with its prefix length, such as 192.168.3.4/31")]
    [InlineData("cust_ip", "\"10.0.0.0/31\"", "cust_ip: must be in one prefix with p2p_ip")]
    [InlineData("bgp_mode", "\"full\"", "bgp_mode: must be dynamic_route_exchange or advertise_only")]
    [InlineData("interconnect", "\"OTHER\"", "interconnect: a CNI can't move to another interconnect")]
    [InlineData("magic.conduit_name", "\"core-primary\"", "magic.conduit_name: another CNI of the account has this name")]
    public async Task An_update_that_can_not_be_is_refused_by_name(string field, string? value, string reason)
    {
        using var bench = new Bench();
        JsonObject cni = await bench.NewCniAsync("good");
        Change(cni, field, value?.Replace("OTHER", await bench.InterconnectAsync("gcp_partner"), StringComparison.Ordinal));
        Reply reply = await bench.PutAsync($"cnis/{(await bench.AllAsync("cnis"))[^1].Text("id")}", cni);
        Assert.Equal((400, reason), (reply.Status, Assert.Single(reply.Errors)));
    }

    [Fact]
    public async Task Addresses_of_another_CNI_are_refused_and_ones_own_are_not()
    {
        using var bench = new Bench();
        JsonElement other = (await bench.AllAsync("cnis"))[0];
        JsonObject cni = await bench.NewCniAsync("good");
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
            Reply refused = await bench.PutAsync(path, cni);
            Assert.Equal((400, "cust_ip: another CNI uses an address of this prefix"), (refused.Status, Assert.Single(refused.Errors)));
        }

        cni["cust_ip"] = "10.9.8.1/30";
        cni["p2p_ip"] = "10.9.8.1/30";
        Assert.Equal("cust_ip: must differ from p2p_ip", Assert.Single((await bench.PutAsync(path, cni)).Errors));

        cni["p2p_ip"] = "10.9.8.2/30";
        Assert.Equal(200, (await bench.PutAsync(path, cni)).Status);
        cni["cust_ip"] = "10.9.8.0/31";
        cni["p2p_ip"] = "10.9.8.1/31";
        Assert.Equal(200, (await bench.PutAsync(path, cni)).Status);
        Assert.Equal(200, (await bench.PutAsync(path, cni)).Status);
    }

    [Fact]
    public async Task Addresses_set_by_an_update_are_never_handed_out_and_the_ones_left_are()
    {
        using var bench = new Bench();
        JsonObject cni = await bench.NewCniAsync("moves");
        (uint customer, _) = Link(JsonElement.Parse(cni.ToJsonString()));
        cni["cust_ip"] = $"{Dotted(customer + 2)}/31";
        cni["p2p_ip"] = $"{Dotted(customer + 3)}/31";
        Assert.Equal(200, (await bench.PutAsync($"cnis/{cni["id"]}", cni)).Status);
        Assert.Equal($"{Dotted(customer)}/31", (string?)(await bench.NewCniAsync("first"))["cust_ip"]);
        Assert.Equal($"{Dotted(customer + 4)}/31", (string?)(await bench.NewCniAsync("second"))["cust_ip"]);
    }

    [Fact]
    public async Task When_no_address_is_left_a_new_one_is_refused()
    {
        using var bench = new Bench();
        foreach (JsonElement one in await bench.AllAsync("cnis"))
        {
            await bench.DeleteAsync("cnis/" + one.Text("id"));
        }

        JsonObject cni = await bench.NewCniAsync("all");
        cni["cust_ip"] = "172.16.0.1/12";
        cni["p2p_ip"] = "172.16.0.2/12";
        Assert.Equal(200, (await bench.PutAsync($"cnis/{cni["id"]}", cni)).Status);
        Reply reply = await bench.PostAsync("cnis", Bench.Cni(await bench.InterconnectAsync(), "one more"));
        Assert.Equal((400, "no point-to-point prefix is left: delete a CNI first"), (reply.Status, Assert.Single(reply.Errors)));

        await bench.DeleteAsync($"cnis/{cni["id"]}");
        Assert.Equal("172.24.0.0/31", (string?)(await bench.NewCniAsync("one more"))["cust_ip"]);
    }

    [Fact]
    public async Task Fields_that_the_API_page_does_not_know_are_kept_where_they_were()
    {
        using var bench = new Bench();
        bench.Checker.IsStrict = false;
        JsonObject body = Bench.Cni(await bench.InterconnectAsync(), "grown");
        body["new_field"] = new JsonArray(1, "two");
        body["magic"]!["new_magic"] = "x";
        body["bgp"] = new JsonObject { ["customer_asn"] = 64512, ["extra_prefixes"] = new JsonArray(), ["new_bgp"] = 1.50 };
        JsonNode created = JsonNode.Parse((await bench.PostAsync("cnis", body)).Text)!;
        Assert.Equal("[1,\"two\"]", created["new_field"]!.ToJsonString());
        Assert.Equal("x", (string?)created["magic"]!["new_magic"]);
        Assert.Equal(1.5, (double?)created["bgp"]!["new_bgp"]);
        created["new_field"] = null;
        Assert.True(JsonNode.DeepEquals(created, JsonNode.Parse((await bench.PutAsync($"cnis/{created["id"]}", created)).Text)));
    }

    [Fact]
    public async Task What_the_server_decides_is_not_taken_from_a_create_body()
    {
        using var bench = new Bench();
        JsonObject body = Bench.Cni(await bench.InterconnectAsync(), "mine");
        body["id"] = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";
        body["cust_ip"] = "10.0.0.0/31";
        body["bgp_mode"] = "advertise_only";
        body["bgp"] = null;
        JsonElement created = (await bench.PostAsync("cnis", body)).Json;
        Assert.NotEqual("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", created.Text("id"));
        Assert.StartsWith("172.24.", created.Text("cust_ip"), StringComparison.Ordinal);
        Assert.Equal("dynamic_route_exchange", created.Text("bgp_mode"));
        Assert.False(created.TryGetProperty("bgp", out _));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_path_without_a_UUID_is_400_and_an_unknown_one_404(string method)
    {
        using var bench = new Bench();
        Assert.Equal(400, (await bench.SendAsync(method, "cnis/core-primary", method == "PUT" ? "{}" : null)).Status);
        Assert.Equal(404, (await bench.SendAsync(method, "cnis/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", method == "PUT" ? "{}" : null)).Status);
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
