using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class PagingTests
{
    [Theory]
    [InlineData("limit=7", 7)]
    [InlineData("limit=0", 20)]
    [InlineData("limit=1000", 1000)]
    [InlineData("limit=1001", 1000)]
    [InlineData("limit=2147483647", 1000)]
    public async Task A_limit_is_honoured_up_to_a_thousand_and_0_means_the_default(string query, int expected)
    {
        using var bench = new Bench(options => options.SlotCount = 1500);
        Reply page = await bench.GetAsync("slots?" + query);
        Assert.Equal(expected, page.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Number, page.Json.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task The_last_page_has_no_next_even_when_it_is_full()
    {
        using var bench = new Bench();
        Reply page = await bench.GetAsync("slots?limit=48");
        Assert.Equal(48, page.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, page.Json.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task A_cursor_past_the_end_gives_an_empty_last_page()
    {
        using var bench = new Bench();
        foreach (string list in new[] { "slots", "interconnects", "cnis" })
        {
            Reply page = await bench.GetAsync(list + "?cursor=2147483647");
            Assert.Equal("""{"items":[],"next":null}""", page.Text);
        }
    }

    [Theory]
    [InlineData("interconnects", "name", 9)]
    [InlineData("cnis", "id", 8)]
    public async Task Pages_of_any_size_give_the_same_list(string list, string key, int count)
    {
        using var bench = new Bench();
        string[] whole = [.. (await bench.AllAsync(list)).Select(item => item.Text(key))];
        Assert.Equal(count, whole.Length);
        foreach (int limit in Enumerable.Range(1, count + 1))
        {
            Assert.Equal(whole, (await bench.AllAsync(list, limit)).Select(item => item.Text(key)));
        }
    }

    [Fact]
    public async Task What_comes_and_goes_between_pages_neither_hides_an_object_nor_shows_it_twice()
    {
        using var bench = new Bench();
        string[] before = [.. (await bench.AllAsync("cnis")).Select(cni => cni.Text("id"))];
        Reply first = await bench.GetAsync("cnis?limit=3");

        // One that was seen, the one that the cursor points at, and one still to come.
        await bench.DeleteAsync("cnis/" + before[0]);
        await bench.DeleteAsync("cnis/" + before[3]);
        await bench.DeleteAsync("cnis/" + before[6]);
        string added = (string)(await bench.NewCniAsync("added"))["id"]!;

        List<JsonElement> rest = await bench.AllAsync("cnis", from: first.Json.GetProperty("next").GetInt32());
        Assert.Equal([before[4], before[5], before[7], added], rest.Select(cni => cni.Text("id")));
    }

    [Fact]
    public async Task A_filtered_list_of_slots_stays_whole_while_slots_become_occupied()
    {
        using var bench = new Bench();
        string[] free = [.. (await bench.AllAsync("slots?occupied=false")).Select(slot => slot.Text("id"))];
        Reply first = await bench.GetAsync("slots?occupied=false&limit=5");
        await bench.PostAsync("interconnects", Bench.Direct(free[0]));
        await bench.PostAsync("interconnects", Bench.Direct(free[5]));

        int next = first.Json.GetProperty("next").GetInt32();
        Assert.Equal(free.Skip(6), (await bench.AllAsync("slots?occupied=false", limit: 4, from: next)).Select(slot => slot.Text("id")));
    }
}
