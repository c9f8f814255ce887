using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using CloudflareCni.Configuration;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Configurations;

/// <summary>Export-, Compare-, Test- and Import-CniConfiguration, as a user meets them.</summary>
public sealed class ConfigurationCommandTests : IDisposable
{
    private const string Conduit = "core-primary";
    private const string Quietly = " -WarningAction SilentlyContinue";
    private const string PairingKey = "7e51371e-72a3-40b5-b844-2e3efefaee59/asia-south1/1";

    private readonly Session _session = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public ConfigurationCommandTests()
    {
        _path = _folder.At("mine.json");
        _session.Must("$null = Export-CniConfiguration $args[0]", _path);
    }

    private JsonObject Exported => JsonNode.Parse(File.ReadAllText(_path))!.AsObject();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_export_has_fixed_bytes_and_no_state_time_or_key()
    {
        byte[] bytes = File.ReadAllBytes(_path);
        string text = File.ReadAllText(_path);

        Assert.Equal((byte)'{', bytes[0]);
        Assert.Equal((byte)'\n', bytes[^1]);
        Assert.DoesNotContain('\r', text);
        Assert.Contains("Kleyerstraße", _session.Must("Export-CniConfiguration -Interconnect fra03*").One<string>() + text, StringComparison.Ordinal);
        Assert.DoesNotContain("md5_key", text, StringComparison.Ordinal);
        Assert.DoesNotContain("practice key", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("\"(state|reason|id|created_on|checked_at)\"", text);
        Assert.Equal(text, _session.Must("Export-CniConfiguration").One<string>());
        Assert.Contains("\"md5_key\": \"practice key 1\"", _session.Must("Export-CniConfiguration -IncludeMd5Key").One<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_of_some_interconnects_leaves_the_others_alone()
    {
        string part = _folder.At("part.json");
        _session.Must("Get-CniInterconnect $args[0] | Export-CniConfiguration $args[1]", SandboxSamples.Carrying, part);

        Assert.True(JsonNode.Parse(File.ReadAllText(part))!["partial"]!.GetValue<bool>());
        Assert.True(_session.Must("Compare-CniConfiguration $args[0] -Quiet", part).One<bool>());
        _session.Must("$null = Get-CniInterconnect $args[0] | New-Cni -ConduitName by-hand -Mtu 1500", SandboxSamples.Carrying);
        var extra = _session.Must("Compare-CniConfiguration $args[0]", part).One<CniConfigurationDifference>();
        Assert.Equal((CniConfigurationAction.Remove, $"CNI by-hand on {SandboxSamples.Carrying}"), (extra.Action, extra.Object));
    }

    [Fact]
    public void An_account_of_the_pipeline_is_exported_and_compared_and_an_empty_pipeline_is_not()
    {
        string exported = _session.Must("Get-CniAccount | Export-CniConfiguration").One<string>();

        Assert.Equal(File.ReadAllText(_path), exported);
        Assert.True(_session.Must("Get-CniAccount | Compare-CniConfiguration -Path $args[0] -Quiet", _path).One<bool>());
        Assert.Empty(_session.Must("@() | Export-CniConfiguration").Output);
    }

    [Fact]
    public void NoClobber_keeps_a_file_and_without_it_the_file_is_replaced()
    {
        File.WriteAllText(_path, "mine");

        Assert.Equal(["CniFileFailed"], _session.Run("Export-CniConfiguration $args[0] -NoClobber", _path).ErrorIds);
        Assert.Equal("mine", File.ReadAllText(_path));
        _session.Must("Export-CniConfiguration $args[0] -WhatIf", _path);
        Assert.Equal("mine", File.ReadAllText(_path));
        Assert.Equal(["CniInvalidArgument"], _session.Run("Export-CniConfiguration -LiteralPath $args[0]", _folder.Path).ErrorIds);
        _session.Must("Export-CniConfiguration $args[0]", _path);
        Assert.StartsWith("{", File.ReadAllText(_path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_by_hand_is_a_difference_that_names_field_values_and_place()
    {
        _session.Must("Get-Cni | Where-Object ConduitName -eq $args[0] | Set-Cni -Mtu 1476", Conduit);

        var difference = _session.Must("Compare-CniConfiguration $args[0]", _path).One<CniConfigurationDifference>();

        Assert.Equal($"CNI {Conduit} on {SandboxSamples.Carrying}", difference.Object);
        Assert.Equal(("magic.mtu", 1500, 1476, CniConfigurationAction.Change), (difference.Field, (int)difference.Expected!, (int)difference.Actual!, difference.Action));
        Assert.Equal("\"mtu\": 1500,", File.ReadAllLines(_path)[difference.Line!.Value - 1].Trim());
        Assert.EndsWith("/magic/mtu", difference.Pointer, StringComparison.Ordinal);
        Assert.False(_session.Must("Compare-CniConfiguration $args[0] -Quiet", _path).One<bool>());
        _session.Must("Import-CniConfiguration $args[0]" + Quietly, _path);
        Assert.True(_session.Must("Compare-CniConfiguration $args[0] -Quiet", _path).One<bool>());
    }

    [Fact]
    public void Two_files_are_compared_without_a_connection()
    {
        JsonObject other = Exported;
        other["cnis"]![0]!["magic"]!["mtu"] = 1400;
        JsonArray interconnects = other["interconnects"]!.AsArray();
        interconnects.Remove(interconnects.Single(one => one!["name"]!.GetValue<string>() == SandboxSamples.Empty));
        using var offline = new Session(connectSandbox: false);

        RunResult result = offline.Must("Compare-CniConfiguration $args[0] $args[1]", _path, _folder.Write("other.json", other));

        Assert.Contains(result.As<CniConfigurationDifference>(), one => one is { Field: "magic.mtu", Actual: 1400 });
        Assert.Contains(result.As<CniConfigurationDifference>(), one => one is { Action: CniConfigurationAction.Order });
        Assert.True(offline.Must("Compare-CniConfiguration $args[0] $args[0] -Quiet", _path).One<bool>());
    }

    [Theory]
    [InlineData("magic", "description", """null""", "Get-Cni", "")]
    [InlineData("magic", "description", """ "other" """, "Get-Cni", "other")]
    public void Null_removes_and_an_absent_field_stays(string owner, string field, string value, string read, string expected)
    {
        var cni = JsonNode.Parse($$"""{ "interconnect": "{{SandboxSamples.Carrying}}", "magic": { "conduit_name": "{{Conduit}}" } }""")!;
        cni[owner]![field] = JsonNode.Parse(value);
        CloudflareCni.Cni before = _session.CniNamed(Conduit);

        _session.Must("Import-CniConfiguration $args[0]", _folder.Write("some.json", new JsonObject { ["format"] = 1, ["cnis"] = new JsonArray(cni) }));

        CloudflareCni.Cni after = _session.Must(read + " | Where-Object ConduitName -eq $args[0]", Conduit).One<CloudflareCni.Cni>();
        Assert.Equal(expected, after.Description);
        Assert.Equal((before.Mtu, before.CustIp, before.Bgp!.CustomerAsn, before.BgpMode), (after.Mtu, after.CustIp, after.Bgp!.CustomerAsn, after.BgpMode));
    }

    [Fact]
    public void Null_removes_a_session_and_an_absent_key_stays()
    {
        const string Script = "$args[0] | Import-CniConfiguration" + Quietly;
        Hashtable With(object? bgp) => new()
        {
            ["format"] = 1,
            ["cnis"] = new[] { new Hashtable { ["interconnect"] = _session.CniNamed("backup-gre").Interconnect, ["magic"] = new Hashtable { ["conduit_name"] = "backup-gre" }, ["bgp"] = bgp } },
        };

        _session.Must(Script, With(new Hashtable { ["customer_asn"] = 65011 }));
        Assert.Equal(("practice key 1", 65011), (_session.CniNamed("backup-gre").Bgp!.Md5Key, _session.CniNamed("backup-gre").Bgp!.CustomerAsn));
        _session.Must(Script, With(new Hashtable { ["md5_key"] = null }));
        Assert.Null(_session.CniNamed("backup-gre").Bgp!.Md5Key);
        _session.Must(Script, With(null));
        Assert.Null(_session.CniNamed("backup-gre").Bgp);
    }

    [Fact]
    public void A_file_with_errors_is_refused_with_the_place_and_nothing_is_asked()
    {
        JsonObject root = Exported;
        root["interconnects"]![0]!.AsObject().Remove("slot_id");
        string path = _folder.Write("any.json", root);

        foreach (string script in (string[])["Import-CniConfiguration $args[0] -Verbose", "Compare-CniConfiguration $args[0] -Verbose", "Connect-Cni -Sandbox -ConfigurationPath $args[0] -NoDefault"])
        {
            RunResult result = _session.Run(script, path);

            Assert.Equal(["CniConfigurationInvalid"], result.ErrorIds);
            Assert.Contains("/interconnects/0", result.AllErrors[0].ToString(), StringComparison.Ordinal);
            Assert.Contains("Get-CniSlot", result.AllErrors[0].ToString(), StringComparison.Ordinal);
            Assert.Empty(result.Requests());
        }

        var finding = _session.Must("Test-CniConfiguration $args[0] | Where-Object Severity -eq Error", path).One<CniConfigurationFinding>();
        Assert.Equal(("SlotNotPinned", "/interconnects/0", path), (finding.Rule, finding.Pointer, finding.Path));
        Assert.False(_session.Must("Test-CniConfiguration $args[0] -Quiet", path).One<bool>());
        Assert.True(_session.Must("Test-CniConfiguration $args[0] -Quiet", _path).One<bool>());
    }

    [Fact]
    public void Nothing_is_ordered_without_AllowOrder_and_each_order_asks()
    {
        CniSlot[] slots = _session.FreeSlots(2);
        string path = Ordering(slots);
        int Count() => _session.Must("Get-CniInterconnect").Output.Count;
        int before = Count();

        RunResult refused = _session.Run("Import-CniConfiguration $args[0]" + Quietly, path);
        Assert.Equal(["CniConfigurationRefused", "CniConfigurationRefused"], refused.ErrorIds);
        Assert.Contains("-AllowOrder", refused.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(before, Count());

        // The first is ordered, the second isn't wanted.
        _session.Host.Answers.Enqueue(0);
        _session.Host.Answers.Enqueue(2);
        _session.Must("Import-CniConfiguration $args[0] -AllowOrder" + Quietly, path);
        Assert.Equal(before + 1, Count());
        Assert.Equal(2, _session.Host.Questions.Count);
        Assert.All(_session.Host.Questions, question => Assert.StartsWith("Order interconnect ", question, StringComparison.Ordinal));
        Assert.Contains(slots[0].Id.ToString(), _session.Host.Questions[0], StringComparison.Ordinal);
        Assert.Contains(slots[0].FacilityName, _session.Host.Questions[0], StringComparison.Ordinal);

        _session.Must("Import-CniConfiguration $args[0] -AllowOrder -Confirm:$false" + Quietly, path);
        Assert.Equal(before + 2, Count());
        Assert.Equal("ordered-1", _session.CniNamed("ordered-1").ConduitName);
        Assert.True(_session.Must("Compare-CniConfiguration $args[0] -Quiet", path).One<bool>());
        RunResult again = _session.Must("Import-CniConfiguration $args[0] -AllowOrder -Verbose", path);
        Assert.All(again.Requests(), request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    [Fact]
    public void An_order_for_another_place_than_the_file_says_is_refused()
    {
        CniSlot slot = _session.FreeSlots(1)[0];
        JsonObject root = Exported;
        root["interconnects"]!.AsArray().Add(new JsonObject { ["name"] = "wrong", ["slot_id"] = slot.Id.ToString(), ["site"] = "xyz99" });

        RunResult result = _session.Run("Import-CniConfiguration $args[0] -AllowOrder -Confirm:$false -Verbose" + Quietly, _folder.Write("wrong.json", root));

        Assert.Equal(["CniConfigurationRefused"], result.ErrorIds);
        Assert.Contains("xyz99", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(result.Requests(), request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIf_shows_each_field_and_no_key_and_PassThru_returns_the_plan()
    {
        JsonObject root = JsonNode.Parse(_session.Must("Export-CniConfiguration -IncludeMd5Key").One<string>())!.AsObject();
        JsonNode cni = root["cnis"]!.AsArray().Single(one => one!["magic"]!["conduit_name"]!.GetValue<string>() == "backup-gre")!;
        cni["bgp"]!["md5_key"] = "canary-of-a-key";
        cni["magic"]!["mtu"] = 1500;
        string path = _folder.Write("key.json", root);

        RunResult result = _session.Must("Import-CniConfiguration $args[0] -WhatIf -PassThru -Verbose", path);

        Assert.Contains("magic.mtu: 1476 -> 1500, bgp.md5_key: (a key) -> (another key)", result.Screen, StringComparison.Ordinal);
        Assert.Equal(["magic.mtu", "bgp.md5_key"], result.As<CniConfigurationDifference>().Select(one => one.Field));
        Assert.All(result.As<CniConfigurationDifference>(), one => Assert.False(one.Applied));
        Assert.All(result.Requests(), request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        RunResult compared = _session.Must("Compare-CniConfiguration $args[0]; Test-CniConfiguration $args[0]", path);
        foreach (string text in result.Verbose.Concat(compared.Output.Concat(result.Output).Select(item => System.Management.Automation.PSSerializer.Serialize(item))).Append(result.Screen))
        {
            Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
            Assert.DoesNotContain("practice key", text, StringComparison.Ordinal);
        }

        RunResult applied = _session.Must("Import-CniConfiguration $args[0] -PassThru" + Quietly, path);
        Assert.All(applied.As<CniConfigurationDifference>(), one => Assert.True(one.Applied));
        Assert.Equal("canary-of-a-key", _session.CniNamed("backup-gre").Bgp!.Md5Key);
    }

    [Fact]
    public void Prune_removes_what_the_file_lacks_but_never_more_than_a_third_without_Force()
    {
        JsonObject root = Exported;
        JsonArray cnis = root["cnis"]!.AsArray();
        cnis.RemoveAt(0);
        string one = _folder.Write("one.json", root);
        cnis.RemoveAt(0);
        cnis.RemoveAt(0);
        string three = _folder.Write("three.json", root);
        int Count() => _session.Must("Get-Cni").Output.Count;
        int all = Count();

        _session.Must("Import-CniConfiguration $args[0]" + Quietly, three);
        Assert.Equal(all, Count());
        Assert.Equal(["CniConfigurationRefused"], _session.Run("Import-CniConfiguration $args[0] -Prune -Confirm:$false", three).ErrorIds);
        Assert.Equal(all, Count());
        _session.Must("Import-CniConfiguration $args[0] -Prune -Confirm:$false", one);
        Assert.Equal(all - 1, Count());
        _session.Must("Import-CniConfiguration $args[0] -Prune -Force -Confirm:$false", three);
        Assert.Equal(all - 3, Count());
    }

    [Fact]
    public void What_changed_meanwhile_is_left_as_it_is()
    {
        JsonObject root = Exported;
        string id = _session.CniNamed(Conduit).Id.ToString();
        root["cnis"]!.AsArray().Single(one => one!["magic"]!["conduit_name"]!.GetValue<string>() == Conduit)!["magic"]!["mtu"] = 1400;
        root["settings"]!["default_asn"] = 65001;
        object connection = _session.Must("Get-CniConnection").Output.Single().BaseObject;
        using var other = new Session(connectSandbox: false);
        using System.Management.Automation.PowerShell import = _session.Prepare("Import-CniConfiguration $args[0] -Verbose -WarningAction SilentlyContinue", _folder.Write("change.json", root));
        bool isDone = false;
        import.Streams.Verbose.DataAdded += (_, added) =>
        {
            // The settings come first: the lists were read then, and the CNI wasn't read again yet.
            if (!isDone && import.Streams.Verbose[added.Index].Message.StartsWith("PUT ", StringComparison.Ordinal))
            {
                isDone = true;
                other.Must("Set-Cni $args[0] -Description meanwhile -Connection $args[1]", id, connection);
            }
        };

        import.Invoke();

        Assert.True(isDone);
        Assert.Equal("CniConfigurationChanged,CloudflareCni.PowerShell.Commands.ImportCniConfigurationCommand", Assert.Single(import.Streams.Error).FullyQualifiedErrorId);
        Assert.Contains("Description: Primary uplink of the core routers -> meanwhile", import.Streams.Error[0].ToString(), StringComparison.Ordinal);
        Assert.Equal((1500, "meanwhile"), (_session.CniNamed(Conduit).Mtu, _session.CniNamed(Conduit).Description));
    }

    [Fact]
    public void A_pairing_key_is_for_the_interconnect_with_its_hash_and_is_used_once()
    {
        JsonObject root = Exported;
        root["interconnects"]!.AsArray().Add(new JsonObject { ["name"] = "new-gcp", ["type"] = "gcp_partner", ["speed"] = "1G" });
        root["cnis"]!.AsArray().Add(JsonNode.Parse("""{ "interconnect": "new-gcp", "magic": { "conduit_name": "on-gcp", "mtu": 1500 } }"""));
        string without = _folder.Write("without.json", root);

        RunResult refused = _session.Run("Import-CniConfiguration $args[0] -AllowOrder -Confirm:$false -PairingKey $args[1]", without, Secret.Of(PairingKey));
        Assert.Equal(["CniConfigurationRefused"], refused.ErrorIds);
        Assert.Contains(PairingKeyHashes.Of(PairingKey), refused.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(PairingKey, refused.AllErrors[0].ToString(), StringComparison.Ordinal);

        root["interconnects"]!.AsArray()[^1]!["pairing_key_sha256"] = PairingKeyHashes.Of(PairingKey);
        root["interconnects"]!.AsArray()[^1]!["region"] = "asia-south1";
        string path = _folder.Write("with.json", root);
        Assert.Contains(PairingKeyHashes.Of(PairingKey), _session.Run("Import-CniConfiguration $args[0] -AllowOrder -Confirm:$false" + Quietly, path).Errors[0].ToString(), StringComparison.Ordinal);
        _session.Must("Import-CniConfiguration $args[0] -AllowOrder -Confirm:$false -PairingKey $args[1]" + Quietly, path, PairingKey);

        // The CNI on it tells which it is, though it has another name.
        Assert.StartsWith("gcp-asia-south1-", _session.CniNamed("on-gcp").Interconnect, StringComparison.Ordinal);
        RunResult again = _session.Must("Import-CniConfiguration $args[0] -AllowOrder -Confirm:$false -Verbose -PairingKey $args[1]", path, PairingKey);
        Assert.All(again.Requests(), request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));

        // Without it, nothing does, and the key isn't used again.
        _session.Must("Get-Cni | Where-Object ConduitName -eq on-gcp | Remove-Cni -Force");
        RunResult unclear = _session.Run("Import-CniConfiguration $args[0] -AllowOrder -Confirm:$false -PairingKey $args[1] -Verbose", path, PairingKey);
        Assert.All(unclear.ErrorIds, error => Assert.Equal("CniConfigurationRefused", error));
        Assert.Contains("gcp-asia-south1-", unclear.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(unclear.Requests(), request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_another_account_is_refused()
    {
        JsonObject root = Exported;
        root["account"] = SandboxSamples.OtherAccount;
        string path = _folder.Write("other.json", root);

        Assert.Equal(["CniConfigurationRefused"], _session.Run("Compare-CniConfiguration $args[0]", path).ErrorIds);
        Assert.Empty(_session.Run("Compare-CniConfiguration $args[0] -AccountId $args[1]", path, SandboxSamples.OtherAccount).ErrorIds);
    }

    [Fact]
    public void A_circle_of_addresses_is_refused_and_a_chain_is_not()
    {
        JsonObject root = Exported;
        JsonArray cnis = root["cnis"]!.AsArray();
        (JsonNode one, JsonNode other) = (cnis[0]!, cnis[1]!);
        (string custIp, string p2pIp) = (one["cust_ip"]!.GetValue<string>(), one["p2p_ip"]!.GetValue<string>());
        one["cust_ip"] = other["cust_ip"]!.GetValue<string>();
        one["p2p_ip"] = other["p2p_ip"]!.GetValue<string>();
        other["cust_ip"] = custIp;
        other["p2p_ip"] = p2pIp;

        RunResult circle = _session.Run("Import-CniConfiguration $args[0]" + Quietly, _folder.Write("circle.json", root));
        Assert.Equal(["CniConfigurationRefused", "CniConfigurationRefused"], circle.ErrorIds);
        string name = other["magic"]!["conduit_name"]!.GetValue<string>();
        string advice = circle.Errors[0].ToString();
        Assert.Contains($"which CNI {name} on ", advice, StringComparison.Ordinal);
        Assert.Contains("Set-Cni -CustIp and -P2pIp", advice, StringComparison.Ordinal);

        // The advice works: after it, the same file is a chain.
        _session.Must("Get-Cni | Where-Object ConduitName -eq $args[0] | Set-Cni -CustIp 192.0.2.0/31 -P2pIp 192.0.2.1/31", name);
        string path = _folder.Write("circle.json", root);
        _session.Must("Import-CniConfiguration $args[0]" + Quietly, path);
        Assert.True(_session.Must("Compare-CniConfiguration $args[0] -Quiet", path).One<bool>());
    }

    [Fact]
    public void What_needs_a_name_that_was_not_freed_is_skipped_without_a_request()
    {
        JsonObject root = Exported;
        JsonNode moved = root["cnis"]!.AsArray().Single(one => one!["magic"]!["conduit_name"]!.GetValue<string>() == Conduit)!;
        moved["interconnect"] = SandboxSamples.Empty;
        _session.Host.Answers.Enqueue(2);

        RunResult result = _session.Run("Import-CniConfiguration $args[0] -Prune -Verbose", _folder.Write("moved.json", root));

        Assert.Contains(result.Warnings, warning => warning.Contains($"CNI {Conduit} on {SandboxSamples.Empty} was skipped", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Requests(), request => request.StartsWith("POST", StringComparison.Ordinal));
        Assert.Empty(result.AllErrors);
        Assert.Equal(SandboxSamples.Carrying, _session.CniNamed(Conduit).Interconnect);
    }

    [Fact]
    public void A_rehearsal_is_a_copy_that_its_connection_and_its_questions_name()
    {
        _session.Must("Get-Cni | Where-Object ConduitName -eq $args[0] | Set-Cni -Mtu 1476", Conduit);
        _session.Must("$null = Export-CniConfiguration $args[0]; $null = Connect-Cni -Sandbox -ConfigurationPath $args[0]", _path);

        Assert.True(_session.Must("Compare-CniConfiguration $args[0] -Quiet", _path).One<bool>());
        Assert.Equal(_path, _session.Must("(Get-CniConnection).ConfigurationPath").One<string>());
        Assert.Null(_session.Must("(Connect-Cni -Sandbox -NoDefault).ConfigurationPath").Output.SingleOrDefault());
        _session.Host.Answers.Enqueue(2);
        _session.Must("Get-Cni | Where-Object ConduitName -eq $args[0] | Remove-Cni", Conduit);
        Assert.Contains("rehearsal on a copy of mine.json", Assert.Single(_session.Host.Questions), StringComparison.Ordinal);
        Assert.Equal("AmbiguousParameterSet", _session.Run("Connect-Cni -Sandbox -ConfigurationPath $args[0] -StatePath $args[0]", _path).ErrorIds.Single());
    }

    [Fact]
    public void An_order_for_a_slot_that_only_the_real_account_has_is_rehearsed()
    {
        _session.Must("$null = Connect-Cni -Sandbox -ConfigurationPath $args[0]", _path);
        JsonObject root = Exported;
        root["interconnects"]!.AsArray().Add(new JsonObject { ["name"] = "new", ["slot_id"] = SandboxSamples.Unknown.ToString(), ["site"] = "fra99", ["speed"] = "100G" });
        string path = _folder.Write("order.json", root);

        _session.Must("Import-CniConfiguration $args[0] -AllowOrder -Confirm:$false", path);

        Assert.True(_session.Must("Compare-CniConfiguration $args[0] -Quiet", path).One<bool>());
        Assert.Equal("100G", _session.Must("Get-CniInterconnect | Where-Object SlotId -eq $args[0]", SandboxSamples.Unknown).One<CniInterconnect>().Speed);
    }

    [Theory]
    [InlineData("'{ \"format\": 1 }' | Test-CniConfiguration -Quiet", true)]
    [InlineData("[System.IO.FileInfo] $args[0] | Test-CniConfiguration -Quiet", true)]
    [InlineData("@{ format = 1; settings = @{ default_asn = 13335 } } | Compare-CniConfiguration -Quiet", true)]
    [InlineData("[pscustomobject]@{ format = 1; settings = [pscustomobject]@{ default_asn = '1.10' } } | Compare-CniConfiguration -Quiet", false)]
    [InlineData("@{ format = 1; cnis = @{ interconnect = 'a'; magic = @{ conduit_name = 'b'; mtu = '1500' } } } | Test-CniConfiguration -Quiet", true)]
    public void Objects_of_the_pipeline_are_configurations(string script, bool expected) => Assert.Equal(expected, _session.Must(script, _path).One<bool>());

    private string Ordering(CniSlot[] slots)
    {
        JsonObject root = Exported;
        foreach ((CniSlot slot, int number) in slots.Select((slot, number) => (slot, number)))
        {
            root["interconnects"]!.AsArray().Add(new JsonObject { ["name"] = $"new-{number}", ["slot_id"] = slot.Id.ToString(), ["site"] = slot.Site });
            root["cnis"]!.AsArray().Add(new JsonObject
            {
                ["interconnect"] = $"new-{number}",
                ["magic"] = new JsonObject { ["conduit_name"] = $"ordered-{number}", ["mtu"] = 1500 },
                ["cust_ip"] = $"192.0.2.{number * 2}/31",
                ["p2p_ip"] = $"192.0.2.{(number * 2) + 1}/31",
                ["bgp_mode"] = "advertise_only",
            });
        }

        return _folder.Write("ordering.json", root);
    }
}
