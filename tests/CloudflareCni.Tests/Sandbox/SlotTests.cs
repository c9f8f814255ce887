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
    public async Task Slots_are_listed_20_a_page_unless_told_otherwise()
    {
        using var bench = new Bench();
        Reply first = await bench.GetAsync("slots");
        Assert.Equal(200, first.Status);
        Assert.Equal(20, first.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(48, (await bench.AllAsync("slots")).Select(slot => slot.Text("id")).Distinct().Count());
    }

    [Fact]
    public async Task A_listed_slot_is_found_by_its_ID_just_as_it_was_listed()
    {
        using var bench = new Bench();
        foreach (JsonElement slot in await bench.AllAsync("slots"))
        {
            Reply found = await bench.GetAsync($"slots/{slot.Text("id").ToUpperInvariant()}");
            Assert.Equal(slot.GetRawText(), found.Text);
        }
    }

    [Fact]
    public async Task About_a_third_is_occupied_by_the_account_and_by_others()
    {
        using var bench = new Bench(options => options.SlotCount = 3000);
        List<JsonElement> occupied = await bench.AllAsync("slots?occupied=true", limit: 1000);
        Assert.InRange(occupied.Count, 900, 1100);
        Assert.Equal(7, occupied.Count(slot => slot.Text("account") == Bench.Account));
        Assert.All(occupied, slot => Assert.Matches("^[0-9a-f]{32}$", slot.Text("account")));

        List<JsonElement> free = await bench.AllAsync("slots?occupied=false", limit: 1000);
        Assert.Equal(3000, occupied.Count + free.Count);
        Assert.All(free, slot => Assert.False(slot.TryGetProperty("account", out _)));
    }

    [Theory]
    [InlineData("site=fra03", "site", "fra03")]
    [InlineData("site=FRA03", "site", "fra03")]
    [InlineData("speed=100G", "speed", "100G")]
    [InlineData("address_contains=ashburn", "site", "iad02")]
    [InlineData("address_contains=Kleyerstra%C3%9Fe+88", "site", "fra03")]
    public async Task A_filter_gives_all_that_match_and_nothing_else(string filter, string field, string value)
    {
        using var bench = new Bench();
        string[] expected = [.. (await bench.AllAsync("slots")).Where(slot => slot.Text(field) == value).Select(slot => slot.Text("id"))];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, (await bench.AllAsync("slots?" + filter, limit: 2)).Select(slot => slot.Text("id")));
    }

    [Fact]
    public async Task Filters_add_up_and_an_unknown_value_matches_nothing()
    {
        using var bench = new Bench();
        Assert.All(
            await bench.AllAsync("slots?site=fra03&occupied=false&speed=10G"),
            slot => Assert.Equal(("fra03", false, "10G"), (slot.Text("site"), slot.GetProperty("occupied").GetBoolean(), slot.Text("speed"))));
        Assert.Empty(await bench.AllAsync("slots?site=nowhere"));
        Assert.Empty(await bench.AllAsync("slots?address_contains=nowhere"));
    }

    [Theory]
    [InlineData("occupied=yes", "occupied")]
    [InlineData("occupied=", "occupied")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=-1", "cursor")]
    [InlineData("cursor=1.5", "cursor")]
    [InlineData("cursor=99999999999", "cursor")]
    [InlineData("limit=x", "limit")]
    [InlineData("limit=-1", "limit")]
    public async Task A_bad_query_is_refused_by_name(string query, string parameter)
    {
        using var bench = new Bench();
        Reply reply = await bench.GetAsync("slots?" + query);
        Assert.Equal(400, reply.Status);
        Assert.StartsWith(parameter + ":", Assert.Single(reply.Errors), StringComparison.Ordinal);
        Assert.False(reply.IsInEnvelope);
    }

    [Fact]
    public async Task A_slot_that_is_not_there_is_404_and_no_UUID_is_400()
    {
        using var bench = new Bench();
        Reply missing = await bench.GetAsync("slots/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
        Assert.Equal(404, missing.Status);
        Assert.False(missing.IsInEnvelope);
        Assert.Equal(400, (await bench.GetAsync("slots/fra03")).Status);
    }

    [Fact]
    public async Task Every_slot_belongs_to_a_real_looking_place_and_device()
    {
        using var bench = new Bench();
        List<JsonElement> slots = await bench.AllAsync("slots");
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
    public async Task A_sandbox_of_few_slots_works_and_leaves_one_free(int count)
    {
        using var bench = new Bench(options => options.SlotCount = count);
        Assert.Equal(count, (await bench.AllAsync("slots")).Count);
        Assert.NotEmpty(await bench.AllAsync("slots?occupied=false"));
        Assert.Equal(8, (await bench.AllAsync("cnis")).Count);
    }

    [Fact]
    public async Task A_million_slots_are_there_at_once_and_can_be_read_from_anywhere()
    {
        using var bench = new Bench(options => options.SlotCount = 1_000_000);
        Reply page = await bench.GetAsync("slots?cursor=999500&limit=1000");
        Assert.Equal(500, page.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, page.Json.GetProperty("next").ValueKind);
        string last = page.Json.GetProperty("items")[499].Text("id");
        Assert.Equal(last, (await bench.GetAsync("slots/" + last)).Json.Text("id"));
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CniSandbox(new CniSandboxOptions { SlotCount = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CniSandbox(new CniSandboxOptions { ReadyAfter = TimeSpan.FromSeconds(-1) }));
        Assert.Throws<ArgumentNullException>(() => new CniSandbox(null!));
    }
}
