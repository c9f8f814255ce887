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
    public async Task Only_one_of_many_concurrent_requests_gets_a_slot()
    {
        using var client = new SandboxClient();
        string slot = (await client.FreeSlotAsync()).Text("id");
        SandboxReply[] replies = await InParallel(_ => client.PostAsync("interconnects", SandboxClient.Direct(slot)));
        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(Callers - 1, replies.Count(reply => reply.Status == 400));
    }

    [Fact]
    public async Task Only_one_of_many_concurrent_requests_gets_a_conduit_name()
    {
        using var client = new SandboxClient();
        string interconnect = await client.InterconnectAsync();
        SandboxReply[] replies = await InParallel(_ => client.PostAsync("cnis", SandboxClient.Cni(interconnect, "wanted")));
        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(Callers - 1, replies.Count(reply => reply.Status == 409));
    }

    [Fact]
    public async Task Addresses_and_IDs_stay_unique_while_others_are_freed()
    {
        using var client = new SandboxClient();
        string interconnect = await client.InterconnectAsync();
        List<JsonElement> seeded = await client.AllAsync("cnis");
        SandboxReply[] replies = await InParallel(number => number < seeded.Count
            ? client.DeleteAsync("cnis/" + seeded[number].Text("id"))
            : client.PostAsync("cnis", SandboxClient.Cni(interconnect, $"cni-{number}")));
        Assert.All(replies, reply => Assert.Equal(200, reply.Status));

        List<JsonElement> cnis = await client.AllAsync("cnis");
        Assert.Equal(Callers - seeded.Count, cnis.Count);
        Assert.Equal(cnis.Count, cnis.Select(cni => cni.Text("id")).Distinct().Count());
        Assert.Equal(cnis.Count, cnis.Select(cni => CniTests.Link(cni).Customer).Distinct().Count());
    }

    private static Task<SandboxReply[]> InParallel(System.Func<int, Task<SandboxReply>> call) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(number => Task.Run(() => call(number))));
}
