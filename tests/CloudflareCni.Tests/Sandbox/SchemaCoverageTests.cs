using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using CloudflareCni.Tests.Schema;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class SchemaCoverageTests
{
    // These can't occur: reading settings takes no input, and every account has settings.
    private static readonly (string, int)[] Unreachable = [("get_settings", 400), ("get_settings", 404), ("update_settings", 404)];

    // An interconnect's name can be any text, so no name is malformed.
    private static readonly (string, int)[] AnyName = [("get_interconnect", 400), ("get_interconnect_status", 400)];

    [Fact]
    public async Task Every_operation_matches_the_schema_for_every_object_and_documented_status()
    {
        using var client = new SandboxClient();
        await ReadEverything(client);
        await ChangeAndFail(client);
        await ReadEverything(client);

        IEnumerable<(string, int)> documented = ApiSchema.Page.Operations
            .SelectMany(operation => operation.Responses.Keys.Select(status => (operation, status)))
            .Where(pair => pair.status < 500 && (!pair.operation.IsSupport || pair.status == 200))
            .Select(pair => (pair.operation.Id, pair.status))
            .Except(Unreachable)
            .Except(AnyName);
        Assert.Empty(documented.Except(client.Checker.Seen.Distinct()));
    }

    private static async Task ReadEverything(SandboxClient client)
    {
        foreach (string path in new[] { "/accounts", "/user/tokens/verify", $"/accounts/{SandboxClient.Account}/tokens/verify", "settings" })
        {
            await client.GetAsync(path);
        }

        string magic = $"/accounts/{SandboxClient.Account}/magic";
        await client.GetAsync($"{magic}/routes");
        foreach (JsonElement link in (await client.GetAsync($"{magic}/cf_interconnects")).Json.GetProperty("result").GetProperty("interconnects").EnumerateArray())
        {
            await client.GetAsync($"{magic}/cf_interconnects/{link.Text("id")}");
        }

        foreach (JsonElement slot in await client.AllAsync("slots", limit: 10))
        {
            await client.GetAsync("slots/" + slot.Text("id"));
        }

        foreach (JsonElement cni in await client.AllAsync("cnis", limit: 3))
        {
            await client.GetAsync("cnis/" + cni.Text("id"));
        }

        foreach (JsonElement interconnect in await client.AllAsync("interconnects", limit: 3))
        {
            foreach (string more in new[] { "", "/status", "/loa", "/loa/default" })
            {
                await client.GetAsync($"interconnects/{interconnect.Text("name")}{more}");
            }
        }
    }

    private static async Task ChangeAndFail(SandboxClient client)
    {
        const string nothing = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";
        string cni = (string)(await client.NewCniAsync("mine"))["id"]!;
        await client.PostAsync("cnis", SandboxClient.Cni(await client.InterconnectAsync(), "mine"));
        await client.PutAsync("cnis/" + cni, System.Text.Json.Nodes.JsonNode.Parse((await client.GetAsync("cnis/" + cni)).Text)!);
        await client.SendAsync("PUT", "settings", """{"default_asn": 64512}""");
        await client.DeleteAsync("interconnects/" + await client.NewInterconnectAsync());
        await client.DeleteAsync("interconnects/" + await client.InterconnectAsync());
        foreach (string list in new[] { "slots", "cnis", "interconnects" })
        {
            await client.GetAsync(list + "?limit=x");
        }

        foreach (string path in new[] { "cnis", "interconnects" })
        {
            await client.SendAsync("POST", path, "{}");
        }

        foreach (string path in new[] { "slots/x", "slots/" + nothing, "interconnects/x", "interconnects/x/status", "interconnects/x/loa", "interconnects/x/loa/default" })
        {
            await client.GetAsync(path);
        }

        foreach (string path in new[] { "cnis/x", "cnis/" + nothing })
        {
            await client.GetAsync(path);
            await client.SendAsync("PUT", path, "{}");
            await client.DeleteAsync(path);
        }

        await client.SendAsync("PUT", "settings", "[]");
        await client.DeleteAsync("interconnects/x");
        await client.DeleteAsync("cnis/" + cni);
    }
}
