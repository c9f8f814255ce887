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
    public async Task A_sandbox_goes_on_where_the_last_one_ended()
    {
        const string other = "0123456789abcdef0123456789abcdef";
        string[] before;
        string pending;
        using (Bench bench = WithFile())
        {
            bench.Checker.IsStrict = false;
            await bench.SendAsync("PUT", "settings", """{"default_asn": 4200000000}""");
            await bench.SendAsync("PUT", $"/accounts/{other}/cni/settings", """{"default_asn": 65000}""");
            await bench.DeleteAsync("cnis/" + (await bench.AllAsync("cnis"))[1].Text("id"));
            pending = await bench.NewInterconnectAsync();
            JsonObject cni = await bench.NewCniAsync("saved ü");
            cni["new_field"] = "kept";
            cni["bgp_mode"] = "advertise_only";
            cni["cust_ip"] = "10.0.0.1/24";
            cni["p2p_ip"] = "10.0.0.2/24";
            Assert.Equal(200, (await bench.PutAsync($"cnis/{cni["id"]}", cni)).Status);
            Reply gcp = await bench.SendAsync("POST", "interconnects", $$"""
                {"account": "{{Bench.Account}}", "type": "gcp_partner", "bandwidth": "1G", "pairing_key": "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1"}
                """);
            Assert.Equal(200, gcp.Status);
            before = await EverythingOf(bench);
        }

        string saved = await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("7e51371e", saved, StringComparison.Ordinal);
        Assert.DoesNotContain(CniSandbox.DefaultToken + "\"", saved, StringComparison.Ordinal);

        using (Bench bench = WithFile())
        {
            bench.Checker.IsStrict = false;
            Assert.Equal(before, await EverythingOf(bench));
            Assert.Equal("""{"default_asn":65000}""", (await bench.GetAsync($"/accounts/{other}/cni/settings")).Text);
            Assert.Equal("""{"state":"Pending"}""", (await bench.GetAsync($"interconnects/{pending}/status")).Text);
            bench.Clock.Advance(TimeSpan.FromSeconds(10));
            Assert.Equal("""{"state":"Healthy"}""", (await bench.GetAsync($"interconnects/{pending}/status")).Text);

            // Names, addresses and IDs go on too.
            Assert.Equal(409, (await bench.PostAsync("cnis", Bench.Cni(pending, "saved ü"))).Status);
            await bench.NewCniAsync("next");
            Assert.Equal(9, (await bench.AllAsync("cnis")).Select(cni => cni.Text("id")).Distinct().Count());
            Assert.Equal(9, (await bench.AllAsync("cnis")).Select(cni => cni.Text("cust_ip")).Distinct().Count());
        }
    }

    [Fact]
    public async Task The_file_appears_with_the_first_change_and_not_before()
    {
        using Bench bench = WithFile();
        await bench.AllAsync("slots");
        Assert.Equal(400, (await bench.SendAsync("PUT", "settings", "[]")).Status);
        Assert.False(File.Exists(FilePath));
        await bench.NewCniAsync("first");
        Assert.Equal([FilePath], Directory.GetFiles(Path.GetDirectoryName(FilePath)!));
    }

    [Fact]
    public async Task Each_change_is_in_the_file_before_it_is_answered()
    {
        using Bench bench = WithFile();
        for (int asn = 64512; asn < 64516; asn++)
        {
            await bench.SendAsync("PUT", "settings", $$"""{"default_asn": {{asn}}}""");
            Assert.Contains($"\"default_asn\":{asn}", await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_files_seed_and_number_of_slots_go_before_the_options()
    {
        string[] before;
        using (Bench bench = WithFile(options => (options.Seed, options.SlotCount) = (7, 31)))
        {
            await bench.NewInterconnectAsync();
            before = await EverythingOf(bench);
        }

        using Bench again = WithFile();
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
    public void A_broken_file_is_named_and_left_as_it_is(string content)
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
    public async Task A_file_that_can_not_be_written_is_told_and_the_sandbox_lives_on()
    {
        using Bench bench = WithFile();
        Directory.CreateDirectory(FilePath);
        Reply reply = await bench.SendAsync("PUT", "settings", """{"default_asn": 64512}""");
        Assert.Equal((500, true), (reply.Status, reply.IsInEnvelope));
        Assert.Contains(FilePath, Assert.Single(reply.Errors), StringComparison.Ordinal);
        Directory.Delete(FilePath);
        Assert.Equal(200, (await bench.SendAsync("PUT", "settings", """{"default_asn": 64512}""")).Status);
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
        using (Bench bench = WithFile())
        {
            await bench.NewCniAsync("first");
        }

        string target = Path.Combine(_folder, "target.json");
        File.Move(FilePath, target);
        File.SetUnixFileMode(target, mode);
        File.CreateSymbolicLink(FilePath, target);
        using (Bench bench = WithFile())
        {
            await bench.NewCniAsync("second");
        }

        Assert.Equal(target, new FileInfo(FilePath).LinkTarget);
        Assert.Equal(mode, File.GetUnixFileMode(target));
        Assert.Contains("second", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parallel_changes_are_all_in_the_file()
    {
        using (Bench bench = WithFile())
        {
            string interconnect = await bench.InterconnectAsync();
            await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
                Task.Run(async () => Assert.Equal(200, (await bench.PostAsync("cnis", Bench.Cni(interconnect, $"parallel-{number}"))).Status))));
        }

        using Bench again = WithFile();
        Assert.Equal(48, (await again.AllAsync("cnis")).Count);
    }

    private Bench WithFile(Action<CniSandboxOptions>? configure = null) => new(options =>
    {
        configure?.Invoke(options);
        options.StatePath = FilePath;
    });

    private static async Task<string[]> EverythingOf(Bench bench)
    {
        string[] texts = new string[Everything.Length];
        for (int place = 0; place < texts.Length; place++)
        {
            texts[place] = (await bench.GetAsync(Everything[place])).Text;
        }

        return texts;
    }
}
