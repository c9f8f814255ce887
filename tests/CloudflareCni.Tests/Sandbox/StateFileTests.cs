using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareCni.Sandbox;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class StateFileTests : IDisposable
{
    private static readonly string[] Everything = ["slots?limit=1000", "interconnects", "cnis", "settings"];

    private readonly string _folder = Directory.CreateTempSubdirectory("cni-sandbox-").FullName;

    private string FilePath => Path.Combine(_folder, "new", "state.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sandbox_continues_where_the_last_one_ended()
    {
        const string other = "0123456789abcdef0123456789abcdef";
        string[] before;
        string pending;
        using (SandboxClient client = WithFile())
        {
            client.Checker.IsStrict = false;
            await client.SendAsync("PUT", "settings", """{"default_asn": 4200000000}""");
            await client.SendAsync("PUT", $"/accounts/{other}/cni/settings", """{"default_asn": 65000}""");
            await client.DeleteAsync("cnis/" + (await client.AllAsync("cnis"))[1].Text("id"));
            pending = await client.NewInterconnectAsync();
            JsonObject cni = await client.NewCniAsync("saved ü");
            cni["new_field"] = "kept";
            cni["bgp_mode"] = "advertise_only";
            cni["cust_ip"] = "10.0.0.1/24";
            cni["p2p_ip"] = "10.0.0.2/24";
            Assert.Equal(200, (await client.PutAsync($"cnis/{cni["id"]}", cni)).Status);
            SandboxReply gcp = await client.SendAsync("POST", "interconnects", $$"""
                {"account": "{{SandboxClient.Account}}", "type": "gcp_partner", "bandwidth": "1G", "pairing_key": "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1"}
                """);
            Assert.Equal(200, gcp.Status);
            before = await EverythingOf(client);
        }

        string saved = await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("7e51371e", saved, StringComparison.Ordinal);
        Assert.DoesNotContain(CniSandbox.DefaultToken + "\"", saved, StringComparison.Ordinal);

        using (SandboxClient client = WithFile())
        {
            client.Checker.IsStrict = false;
            Assert.Equal(before, await EverythingOf(client));
            Assert.Equal("""{"default_asn":65000}""", (await client.GetAsync($"/accounts/{other}/cni/settings")).Text);
            Assert.Equal("""{"state":"Pending"}""", (await client.GetAsync($"interconnects/{pending}/status")).Text);
            client.Clock.Advance(TimeSpan.FromSeconds(10));
            Assert.Equal("""{"state":"Healthy"}""", (await client.GetAsync($"interconnects/{pending}/status")).Text);

            // Names, addresses and IDs stay unique.
            Assert.Equal(409, (await client.PostAsync("cnis", SandboxClient.Cni(pending, "saved ü"))).Status);
            await client.NewCniAsync("next");
            Assert.Equal(9, (await client.AllAsync("cnis")).Select(cni => cni.Text("id")).Distinct().Count());
            Assert.Equal(9, (await client.AllAsync("cnis")).Select(cni => cni.Text("cust_ip")).Distinct().Count());
        }
    }

    [Fact]
    public async Task A_file_of_version_0_1_0_is_read_and_every_object_is_as_it_was()
    {
        string old = await ReadResourceAsync("sandbox-state-0.1.0.json");
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        await File.WriteAllTextAsync(FilePath, old, TestContext.Current.CancellationToken);
        using SandboxClient client = WithFile();
        client.Checker.IsStrict = false;

        JsonNode world = JsonNode.Parse(old)!["worlds"]![0]!;
        JsonNode[] cnis = [.. world["cnis"]!.AsArray().Select(cni => cni!["body"]!)];
        Assert.Equal(cnis.Select(cni => cni.ToJsonString()), (await client.AllAsync("cnis")).Select(cni => JsonNode.Parse(cni.GetRawText())!.ToJsonString()));
        string[] names = [.. world["interconnects"]!.AsArray().Select(interconnect => (string)interconnect!["name"]!)];
        Assert.Equal(names, (await client.AllAsync("interconnects")).Select(interconnect => interconnect.Text("name")));
        Assert.Equal("""{"default_asn":64999}""", (await client.GetAsync("settings")).Text);
        Assert.Equal(200, (await client.SendAsync("PUT", "settings", "{}")).Status);

        // Saved again, the file has the same content.
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(old), JsonNode.Parse(await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken))));
    }

    [Fact]
    public async Task A_file_with_a_CNI_that_has_the_name_of_the_tunnel_is_read()
    {
        using (SandboxClient client = WithFile())
        {
            await client.NewCniAsync("from an older version");
        }

        string saved = await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            FilePath, saved.Replace("from an older version", "existing-tunnel", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        using SandboxClient again = WithFile();
        Assert.Equal("existing-tunnel", (await again.AllAsync("cnis"))[^1].GetProperty("magic").Text("conduit_name"));
    }

    [Fact]
    public async Task The_first_change_creates_the_file()
    {
        using SandboxClient client = WithFile();
        await client.AllAsync("slots");
        Assert.Equal(400, (await client.SendAsync("PUT", "settings", "[]")).Status);
        Assert.False(File.Exists(FilePath));
        await client.NewCniAsync("first");
        Assert.Equal([FilePath], Directory.GetFiles(Path.GetDirectoryName(FilePath)!));
    }

    [Fact]
    public async Task Each_change_is_saved_before_its_response()
    {
        using SandboxClient client = WithFile();
        for (int asn = 64512; asn < 64516; asn++)
        {
            await client.SendAsync("PUT", "settings", $$"""{"default_asn": {{asn}}}""");
            Assert.Contains($"\"default_asn\":{asn}", await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_seed_and_slot_count_in_the_file_override_the_options()
    {
        string[] before;
        using (SandboxClient client = WithFile(options => (options.Seed, options.SlotCount) = (7, 31)))
        {
            await client.NewInterconnectAsync();
            before = await EverythingOf(client);
        }

        using SandboxClient again = WithFile();
        Assert.Equal(before, await EverythingOf(again));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version": 2, "seed": 1, "slot_count": 48, "worlds": []}""")]
    [InlineData("""{"version": 1, "seed": 1, "slot_count": 0, "worlds": []}""")]
    [InlineData("""{"version": 1, "seed": "1", "slot_count": 48, "worlds": []}""")]
    [InlineData("""{"version": 1, "seed": 1, "slot_count": 48, "worlds": [{}]}""")]
    [InlineData("""{"version": 1, "seed": 1, "slot_count": 48, "worlds": [{"account": "a", "next_sequence": 9, "default_asn": 1, "interconnects": [IC, IC], "cnis": []}]}""")]
    [InlineData("""{"version": 1, "seed": 1, "slot_count": 48, "worlds": [{"account": "a", "next_sequence": 1, "default_asn": 1, "interconnects": [IC], "cnis": []}]}""")]
    [InlineData("""{"version": 1, "seed": 1, "slot_count": 48, "worlds": [{"account": "a", "next_sequence": 9, "default_asn": 1, "interconnects": [SLOT99], "cnis": []}]}""")]
    [InlineData("""{"version": 1, "seed": 1, "slot_count": 48, "worlds": [{"account": "a", "next_sequence": 9, "default_asn": 1, "interconnects": [], "cnis": [{"sequence": 1, "body": {}}]}]}""")]
    public void The_error_for_a_broken_file_names_it_and_the_file_is_not_changed(string content)
    {
        content = content.Replace("IC", """{"sequence": 1, "name": "x", "type": "gcp_partner", "speed": "1G", "region": "r", "state": "Healthy"}""", StringComparison.Ordinal)
            .Replace("SLOT99", """{"sequence": 1, "name": "x", "type": "direct", "speed": "1G", "slot": 99, "state": "Healthy"}""", StringComparison.Ordinal);
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, content);
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => WithFile());
        Assert.Contains(FilePath, exception.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task A_failure_to_save_is_reported_and_the_sandbox_continues()
    {
        using SandboxClient client = WithFile();
        Directory.CreateDirectory(FilePath);
        SandboxReply reply = await client.SendAsync("PUT", "settings", """{"default_asn": 64512}""");
        Assert.Equal((500, true), (reply.Status, reply.IsInEnvelope));
        Assert.Contains(FilePath, Assert.Single(reply.Errors), StringComparison.Ordinal);
        Directory.Delete(FilePath);
        Assert.Equal(200, (await client.SendAsync("PUT", "settings", """{"default_asn": 64512}""")).Status);
        Assert.True(File.Exists(FilePath));
    }

    [Fact]
    public async Task The_file_keeps_its_mode_and_the_link_that_leads_to_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("A link needs a privilege there, and a mode doesn't exist.");
            return;
        }

        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (SandboxClient client = WithFile())
        {
            await client.NewCniAsync("first");
        }

        string target = Path.Combine(_folder, "target.json");
        File.Move(FilePath, target);
        File.SetUnixFileMode(target, mode);
        File.CreateSymbolicLink(FilePath, target);
        using (SandboxClient client = WithFile())
        {
            await client.NewCniAsync("second");
        }

        Assert.Equal(target, new FileInfo(FilePath).LinkTarget);
        Assert.Equal(mode, File.GetUnixFileMode(target));
        Assert.Contains("second", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_contains_all_parallel_changes()
    {
        using (SandboxClient client = WithFile())
        {
            string interconnect = await client.InterconnectAsync();
            await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
                Task.Run(async () => Assert.Equal(200, (await client.PostAsync("cnis", SandboxClient.Cni(interconnect, $"parallel-{number}"))).Status))));
        }

        using SandboxClient again = WithFile();
        Assert.Equal(48, (await again.AllAsync("cnis")).Count);
    }

    private static async Task<string> ReadResourceAsync(string name)
    {
        using var reader = new StreamReader(typeof(StateFileTests).Assembly.GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private SandboxClient WithFile(Action<CniSandboxOptions>? configure = null) => new(options =>
    {
        configure?.Invoke(options);
        options.StatePath = FilePath;
    });

    private static async Task<string[]> EverythingOf(SandboxClient client)
    {
        string[] texts = new string[Everything.Length];
        for (int place = 0; place < texts.Length; place++)
        {
            texts[place] = (await client.GetAsync(Everything[place])).Text;
        }

        return texts;
    }
}
