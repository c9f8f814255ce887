using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using CloudflareCni.Sandbox;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class SlotTests
{
    [Fact]
    public async Task A_page_has_20_slots_by_default()
    {
        using var client = new SandboxClient();
        SandboxReply first = await client.GetAsync("slots");
        Assert.Equal(200, first.Status);
        Assert.Equal(20, first.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(48, (await client.AllAsync("slots")).Select(slot => slot.Text("id")).Distinct().Count());
    }

    [Fact]
    public async Task A_slot_read_by_its_ID_is_the_same_as_in_the_list()
    {
        using var client = new SandboxClient();
        foreach (JsonElement slot in await client.AllAsync("slots"))
        {
            SandboxReply found = await client.GetAsync($"slots/{slot.Text("id").ToUpperInvariant()}");
            Assert.Equal(slot.GetRawText(), found.Text);
        }
    }

    [Fact]
    public async Task About_a_third_of_the_slots_are_occupied_by_the_account_and_by_others()
    {
        using var client = new SandboxClient(options => options.SlotCount = 3000);
        List<JsonElement> occupied = await client.AllAsync("slots?occupied=true", limit: 1000);
        Assert.InRange(occupied.Count, 900, 1100);
        Assert.Equal(7, occupied.Count(slot => slot.Text("account") == SandboxClient.Account));
        Assert.All(occupied, slot => Assert.Matches("^[0-9a-f]{32}$", slot.Text("account")));

        List<JsonElement> free = await client.AllAsync("slots?occupied=false", limit: 1000);
        Assert.Equal(3000, occupied.Count + free.Count);
        Assert.All(free, slot => Assert.False(slot.TryGetProperty("account", out _)));
    }

    [Theory]
    [InlineData("site=fra03", "site", "fra03")]
    [InlineData("site=FRA03", "site", "fra03")]
    [InlineData("speed=100G", "speed", "100G")]
    [InlineData("address_contains=ashburn", "site", "iad02")]
    [InlineData("address_contains=Kleyerstra%C3%9Fe+88", "site", "fra03")]
    public async Task A_filter_returns_all_slots_that_match_and_no_others(string filter, string field, string value)
    {
        using var client = new SandboxClient();
        string[] expected = [.. (await client.AllAsync("slots")).Where(slot => slot.Text(field) == value).Select(slot => slot.Text("id"))];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, (await client.AllAsync("slots?" + filter, limit: 2)).Select(slot => slot.Text("id")));
    }

    [Fact]
    public async Task Filters_combine_and_an_unknown_value_matches_nothing()
    {
        using var client = new SandboxClient();
        Assert.All(
            await client.AllAsync("slots?site=fra03&occupied=false&speed=10G"),
            slot => Assert.Equal(("fra03", false, "10G"), (slot.Text("site"), slot.GetProperty("occupied").GetBoolean(), slot.Text("speed"))));
        Assert.Empty(await client.AllAsync("slots?site=nowhere"));
        Assert.Empty(await client.AllAsync("slots?address_contains=nowhere"));
    }

    [Theory]
    [InlineData("occupied=yes", "occupied")]
    [InlineData("occupied=", "occupied")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=1.5", "cursor")]
    [InlineData("cursor=99999999999", "cursor")]
    [InlineData("limit=x", "limit")]
    [InlineData("limit=-1", "limit")]
    public async Task An_invalid_query_parameter_is_named(string query, string parameter)
    {
        using var client = new SandboxClient();
        SandboxReply reply = await client.GetAsync("slots?" + query);
        Assert.Equal(400, reply.Status);
        Assert.StartsWith(parameter + ":", Assert.Single(reply.Errors), StringComparison.Ordinal);
        Assert.False(reply.IsInEnvelope);
    }

    [Fact]
    public async Task An_unknown_slot_returns_404_and_a_path_without_a_UUID_400()
    {
        using var client = new SandboxClient();
        SandboxReply missing = await client.GetAsync("slots/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
        Assert.Equal(404, missing.Status);
        Assert.False(missing.IsInEnvelope);
        Assert.Equal(400, (await client.GetAsync("slots/fra03")).Status);
    }

    [Fact]
    public async Task Every_slot_has_a_realistic_site_and_device()
    {
        using var client = new SandboxClient();
        List<JsonElement> slots = await client.AllAsync("slots");
        Assert.InRange(slots.Select(slot => slot.Text("site")).Distinct().Count(), 8, 12);
        Assert.All(slots, slot =>
        {
            Assert.Matches("^100?G$", slot.Text("speed"));
            Assert.NotEmpty(slot.GetProperty("facility").GetProperty("address").EnumerateArray());
            Assert.Matches("^cr[12]-[a-z]{3}[0-9]+$", slot.Text("ccr_device_name"));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_sandbox_with_few_slots_works_and_leaves_one_free(int count)
    {
        using var client = new SandboxClient(options => options.SlotCount = count);
        Assert.Equal(count, (await client.AllAsync("slots")).Count);
        Assert.NotEmpty(await client.AllAsync("slots?occupied=false"));
        Assert.Equal(8, (await client.AllAsync("cnis")).Count);
    }

    [Fact]
    public async Task A_million_slots_exist_at_once_and_can_be_read_from_any_place()
    {
        using var client = new SandboxClient(options => options.SlotCount = 1_000_000);
        SandboxReply page = await client.GetAsync("slots?cursor=999500&limit=1000");
        Assert.Equal(500, page.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, page.Json.GetProperty("next").ValueKind);
        string last = page.Json.GetProperty("items")[499].Text("id");
        Assert.Equal(last, (await client.GetAsync("slots/" + last)).Json.Text("id"));
    }

    [Fact]
    public void Options_out_of_range_are_rejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CniSandbox(new CniSandboxOptions { SlotCount = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CniSandbox(new CniSandboxOptions { ReadyAfter = TimeSpan.FromSeconds(-1) }));
        Assert.Throws<ArgumentNullException>(() => new CniSandbox(null!));
    }
}
