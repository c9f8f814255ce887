using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using CloudflareCni.Tests.Schema;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class SchemaCoverageTests
{
    // Nothing in these two can fail in these ways: a read of settings takes no input, and an account's settings are always there.
    private static readonly (string, int)[] Unreachable = [("get_settings", 400), ("get_settings", 404), ("update_settings", 404)];

    // An interconnect's name may be any text, so no name is malformed.
    private static readonly (string, int)[] AnyName = [("get_interconnect", 400), ("get_interconnect_status", 400)];

    [Fact]
    public async Task Every_operation_answers_as_the_API_page_says_for_every_object_and_every_documented_status()
    {
        using var bench = new Bench();
        await ReadEverything(bench);
        await ChangeAndFail(bench);
        await ReadEverything(bench);

        IEnumerable<(string, int)> documented = ApiSchema.Page.Operations
            .SelectMany(operation => operation.Responses.Keys.Select(status => (operation, status)))
            .Where(pair => pair.status < 500 && (!pair.operation.IsSupport || pair.status == 200))
            .Select(pair => (pair.operation.Id, pair.status))
            .Except(Unreachable)
            .Except(AnyName);
        Assert.Empty(documented.Except(bench.Checker.Seen.Distinct()));
    }

    private static async Task ReadEverything(Bench bench)
    {
        foreach (string path in new[] { "/accounts", "/user/tokens/verify", $"/accounts/{Bench.Account}/tokens/verify", "settings" })
        {
            await bench.GetAsync(path);
        }

        foreach (JsonElement slot in await bench.AllAsync("slots", limit: 10))
        {
            await bench.GetAsync("slots/" + slot.Text("id"));
        }

        foreach (JsonElement cni in await bench.AllAsync("cnis", limit: 3))
        {
            await bench.GetAsync("cnis/" + cni.Text("id"));
        }

        foreach (JsonElement interconnect in await bench.AllAsync("interconnects", limit: 3))
        {
            foreach (string more in new[] { "", "/status", "/loa", "/loa/default" })
            {
                await bench.GetAsync($"interconnects/{interconnect.Text("name")}{more}");
            }
        }
    }

    private static async Task ChangeAndFail(Bench bench)
    {
        const string nothing = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";
        string cni = (string)(await bench.NewCniAsync("mine"))["id"]!;
        await bench.PostAsync("cnis", Bench.Cni(await bench.InterconnectAsync(), "mine"));
        await bench.PutAsync("cnis/" + cni, System.Text.Json.Nodes.JsonNode.Parse((await bench.GetAsync("cnis/" + cni)).Text)!);
        await bench.SendAsync("PUT", "settings", """{"default_asn": 64512}""");
        await bench.DeleteAsync("interconnects/" + await bench.NewInterconnectAsync());
        await bench.DeleteAsync("interconnects/" + await bench.InterconnectAsync());
        foreach (string list in new[] { "slots", "cnis", "interconnects" })
        {
            await bench.GetAsync(list + "?limit=x");
        }

        foreach (string path in new[] { "cnis", "interconnects" })
        {
            await bench.SendAsync("POST", path, "{}");
        }

        foreach (string path in new[] { "slots/x", "slots/" + nothing, "interconnects/x", "interconnects/x/status", "interconnects/x/loa", "interconnects/x/loa/default" })
        {
            await bench.GetAsync(path);
        }

        foreach (string path in new[] { "cnis/x", "cnis/" + nothing })
        {
            await bench.GetAsync(path);
            await bench.SendAsync("PUT", path, "{}");
            await bench.DeleteAsync(path);
        }

        await bench.SendAsync("PUT", "settings", "[]");
        await bench.DeleteAsync("interconnects/x");
        await bench.DeleteAsync("cnis/" + cni);
    }
}
