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
    public async Task A_limit_applies_up_to_1000_and_0_means_the_default(string query, int expected)
    {
        using var client = new SandboxClient(options => options.SlotCount = 1500);
        SandboxReply page = await client.GetAsync("slots?" + query);
        Assert.Equal(expected, page.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Number, page.Json.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task The_last_page_has_no_next_even_when_it_is_full()
    {
        using var client = new SandboxClient();
        SandboxReply page = await client.GetAsync("slots?limit=48");
        Assert.Equal(48, page.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, page.Json.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task A_cursor_past_the_end_returns_an_empty_last_page()
    {
        using var client = new SandboxClient();
        foreach (string list in new[] { "slots", "interconnects", "cnis" })
        {
            SandboxReply page = await client.GetAsync(list + "?cursor=2147483647");
            Assert.Equal("""{"items":[],"next":null}""", page.Text);
        }
    }

    [Theory]
    [InlineData("slots")]
    [InlineData("interconnects")]
    [InlineData("cnis")]
    public async Task A_negative_cursor_is_the_start_because_the_schema_sets_no_minimum(string list)
    {
        using var client = new SandboxClient();
        string whole = (await client.GetAsync(list)).Text;
        Assert.Equal(whole, (await client.GetAsync(list + "?cursor=-1")).Text);
        Assert.Equal(whole, (await client.GetAsync(list + "?cursor=-2147483648")).Text);
    }

    [Theory]
    [InlineData("interconnects", "name", 9)]
    [InlineData("cnis", "id", 8)]
    public async Task Pages_of_any_size_return_the_same_list(string list, string key, int count)
    {
        using var client = new SandboxClient();
        string[] whole = [.. (await client.AllAsync(list)).Select(item => item.Text(key))];
        Assert.Equal(count, whole.Length);
        foreach (int limit in Enumerable.Range(1, count + 1))
        {
            Assert.Equal(whole, (await client.AllAsync(list, limit)).Select(item => item.Text(key)));
        }
    }

    [Fact]
    public async Task No_object_is_missed_or_repeated_when_others_change_between_pages()
    {
        using var client = new SandboxClient();
        string[] before = [.. (await client.AllAsync("cnis")).Select(cni => cni.Text("id"))];
        SandboxReply first = await client.GetAsync("cnis?limit=3");

        // One from the first page, the one that the cursor refers to, and one from a later page.
        await client.DeleteAsync("cnis/" + before[0]);
        await client.DeleteAsync("cnis/" + before[3]);
        await client.DeleteAsync("cnis/" + before[6]);
        string added = (string)(await client.NewCniAsync("added"))["id"]!;

        List<JsonElement> rest = await client.AllAsync("cnis", from: first.Json.GetProperty("next").GetInt32());
        Assert.Equal([before[4], before[5], before[7], added], rest.Select(cni => cni.Text("id")));
    }

    [Fact]
    public async Task A_filtered_list_of_slots_stays_complete_while_slots_become_occupied()
    {
        using var client = new SandboxClient();
        string[] free = [.. (await client.AllAsync("slots?occupied=false")).Select(slot => slot.Text("id"))];
        SandboxReply first = await client.GetAsync("slots?occupied=false&limit=5");
        await client.PostAsync("interconnects", SandboxClient.Direct(free[0]));
        await client.PostAsync("interconnects", SandboxClient.Direct(free[5]));

        int next = first.Json.GetProperty("next").GetInt32();
        Assert.Equal(free.Skip(6), (await client.AllAsync("slots?occupied=false", limit: 4, from: next)).Select(slot => slot.Text("id")));
    }
}
