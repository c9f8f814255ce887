using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class ConcurrencyTests
{
    private const int Callers = 64;

    [Fact]
    public async Task A_slot_goes_to_one_of_many_who_want_it()
    {
        using var bench = new Bench();
        string slot = (await bench.FreeSlotAsync()).Text("id");
        Reply[] replies = await InParallel(_ => bench.PostAsync("interconnects", Bench.Direct(slot)));
        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(Callers - 1, replies.Count(reply => reply.Status == 400));
    }

    [Fact]
    public async Task A_conduit_name_goes_to_one_of_many_who_want_it()
    {
        using var bench = new Bench();
        string interconnect = await bench.InterconnectAsync();
        Reply[] replies = await InParallel(_ => bench.PostAsync("cnis", Bench.Cni(interconnect, "wanted")));
        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(Callers - 1, replies.Count(reply => reply.Status == 409));
    }

    [Fact]
    public async Task Addresses_and_IDs_are_never_handed_out_twice_while_others_come_back()
    {
        using var bench = new Bench();
        string interconnect = await bench.InterconnectAsync();
        List<JsonElement> seeded = await bench.AllAsync("cnis");
        Reply[] replies = await InParallel(number => number < seeded.Count
            ? bench.DeleteAsync("cnis/" + seeded[number].Text("id"))
            : bench.PostAsync("cnis", Bench.Cni(interconnect, $"cni-{number}")));
        Assert.All(replies, reply => Assert.Equal(200, reply.Status));

        List<JsonElement> cnis = await bench.AllAsync("cnis");
        Assert.Equal(Callers - seeded.Count, cnis.Count);
        Assert.Equal(cnis.Count, cnis.Select(cni => cni.Text("id")).Distinct().Count());
        Assert.Equal(cnis.Count, cnis.Select(cni => CniTests.Link(cni).Customer).Distinct().Count());
    }

    private static Task<Reply[]> InParallel(System.Func<int, Task<Reply>> call) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(number => Task.Run(() => call(number))));
}
