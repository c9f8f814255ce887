using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class SetCniTests
{
    // Everything that can be changed, as one string. Values that a test doesn't list must stay unchanged.
    private static readonly (string Name, Func<Cni, string?> Read)[] Fields =
    [
        ("ConduitName", cni => cni.Magic.ConduitName),
        ("Description", cni => cni.Magic.Description),
        ("Mtu", cni => $"{cni.Magic.Mtu}"),
        ("CustIp", cni => cni.CustIp),
        ("P2pIp", cni => cni.P2pIp),
        ("CustomerAsn", cni => cni.Bgp?.CustomerAsn.ToString()),
        ("ExtraPrefix", cni => cni.Bgp is null ? null : string.Join(' ', cni.Bgp.ExtraPrefixes)),
        ("Md5Key", cni => cni.Bgp?.Md5Key),
        ("BgpMode", cni => cni.BgpMode),
        ("Interconnect", cni => cni.Interconnect),
        ("Account", cni => cni.Account),
    ];

    public static TheoryData<string, string, string> Changes => new()
    {
        { "backup-gre", "-ConduitName renamed", "ConduitName=renamed" },
        { "backup-gre", "-Description 'New text'", "Description=New text" },
        { "backup-gre", "-Description ''", "Description=" },
        { "backup-gre", "-Mtu 1500", "Mtu=1500" },
        { "backup-gre", "-CustIp 10.9.8.0/31 -P2pIp 10.9.8.1/31", "CustIp=10.9.8.0/31, P2pIp=10.9.8.1/31" },
        { "backup-gre", "-CustomerAsn 4200000001", "CustomerAsn=4200000001" },
        { "backup-gre", "-ExtraPrefix 100.64.0.0/12, 100.96.0.0/12", "ExtraPrefix=100.64.0.0/12 100.96.0.0/12" },
        { "backup-gre", "-ExtraPrefix '100.64.0.0/12, 100.96.0.0/12'", "ExtraPrefix=100.64.0.0/12 100.96.0.0/12" },
        { "backup-gre", "-ExtraPrefix @()", "ExtraPrefix=" },
        { "backup-gre", "-Md5Key 'new key'", "Md5Key=new key" },
        { "backup-gre", "-RemoveMd5Key", "Md5Key=" },
        { "backup-gre", "-BgpMode advertise_only", "BgpMode=advertise_only" },
        { "backup-gre", "-RemoveBgp", "CustomerAsn=, ExtraPrefix=, Md5Key=" },
        { "lab", "-CustomerAsn 65536", "CustomerAsn=65536, ExtraPrefix=" },
        { "lab", "-CustomerAsn 65536 -ExtraPrefix 0.0.0.0/0 -Md5Key k", "CustomerAsn=65536, ExtraPrefix=0.0.0.0/0, Md5Key=k" },
        { "lab", "-CustomerAsn 65536 -BgpMode advertise_only", "CustomerAsn=65536, ExtraPrefix=, BgpMode=advertise_only" },
        { "lab", "-ConduitName x -Description y -Mtu 1476", "ConduitName=x, Description=y, Mtu=1476" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Only_the_specified_values_change(string conduit, string arguments, string expected)
    {
        using var session = new Session();
        Cni before = session.CniNamed(conduit);

        RunResult result = session.Must($"Set-Cni $args[0] {arguments} -Verbose", before);

        Assert.Empty(result.Output);
        Assert.Equal([$"GET /cnis/{before.Id}", $"PUT /cnis/{before.Id}"], result.Requests().Where(request => request.Contains("/cnis/", StringComparison.Ordinal)));
        Dictionary<string, string?> wanted = Fields.ToDictionary(field => field.Name, field => field.Read(before));
        foreach (string[] change in expected.Split(", ").Select(change => change.Split('=')))
        {
            wanted[change[0]] = change[1];
        }

        Cni after = session.Must("Get-Cni $args[0]", before.Id).One<Cni>();
        Assert.All(Fields, field => Assert.Equal(wanted[field.Name] ?? "", field.Read(after) ?? ""));
        Assert.Equal(arguments == "-RemoveBgp", before.Bgp is not null && after.Bgp is null);
    }

    [Theory]
    [InlineData("Set-Cni $args[0] -Description new")]
    [InlineData("Set-Cni -Id $args[0].Id -Description new")]
    [InlineData("Set-Cni $args[0].Id.ToString() -Description new")]
    [InlineData("$args[0] | Set-Cni -Description new")]
    [InlineData("$args[0].Id | Set-Cni -Description new")]
    [InlineData("[pscustomobject]@{ Id = $args[0].Id; Mtu = 9000 } | Set-Cni -Description new")]
    public void Only_the_identity_is_taken_from_the_argument_or_the_pipeline(string script)
    {
        using var session = new Session();
        Cni before = session.CniNamed("lab");

        session.Must(script, before);

        Cni after = session.CniNamed("lab");
        Assert.Equal("new", after.Magic.Description);
        Assert.Equal(before.Magic.Mtu, after.Magic.Mtu);
    }

    [Fact]
    public void A_change_made_after_the_object_was_read_is_kept()
    {
        using var session = new Session();
        Cni stale = session.CniNamed("backup-gre");
        session.Must("Set-Cni $args[0] -Description 'changed since' -CustomerAsn 65536", stale.Id);

        Cni after = session.Must("$args[0] | Set-Cni -Mtu 1500 -PassThru", stale).One<Cni>();

        Assert.Equal("changed since", after.Magic.Description);
        Assert.Equal(65536, after.Bgp!.CustomerAsn);
        Assert.Equal(1500, after.Magic.Mtu);
    }

    [Theory]
    [InlineData("-Mtu 1476")]
    [InlineData("-ConduitName backup-gre -Description 'Backup over dataplane v1'")]
    [InlineData("-CustIp 172.24.0.8/31 -P2pIp 172.24.0.9/31")]
    [InlineData("-CustomerAsn 65010 -ExtraPrefix 0.0.0.0/0 -Md5Key 'practice key 1' -BgpMode dynamic_route_exchange")]
    [InlineData("")]
    public void No_request_is_sent_when_nothing_changes(string arguments)
    {
        using var session = new Session();
        Cni cni = session.CniNamed("backup-gre");

        RunResult result = session.Must($"Set-Cni $args[0] {arguments} -PassThru -Verbose", cni);

        Assert.Equal([$"GET /cnis/{cni.Id}"], result.Requests());
        Assert.Equal(cni.Id, result.One<Cni>().Id);
    }

    [Fact]
    public void Only_PassThru_returns_the_changed_CNI()
    {
        using var session = new Session();
        Cni cni = session.CniNamed("lab");

        Assert.Empty(session.Must("Set-Cni $args[0] -Mtu 1476", cni).Output);
        Assert.Equal(1500, session.Must("Set-Cni $args[0] -Mtu 1500 -PassThru", cni).One<Cni>().Magic.Mtu);
    }

    [Theory]
    [InlineData("-Mtu 1500", "Mtu: 1476 -> 1500")]
    [InlineData("-Description ''", "Description: Backup over dataplane v1 -> ''")]
    [InlineData("-Mtu 1500 -CustomerAsn 65536", "Mtu: 1476 -> 1500, CustomerAsn: 65010 -> 65536")]
    [InlineData("-ExtraPrefix @()", "0.0.0.0/0 -> (none)")]
    [InlineData("-RemoveBgp", "Bgp: AS65010 (0.0.0.0/0) -> (none)")]
    public void WhatIf_shows_each_field_and_does_not_change_anything(string arguments, string shown)
    {
        using var session = new Session();
        Cni cni = session.CniNamed("backup-gre");

        RunResult result = session.Must($"$args[0] | Set-Cni {arguments} -PassThru -WhatIf -Verbose", cni);

        Assert.Empty(result.Output);
        Assert.Equal([$"GET /cnis/{cni.Id}"], result.Requests());
        Assert.Contains($"What if: Change CNI backup-gre ({cni.Id})", result.Screen, StringComparison.Ordinal);
        Assert.Contains(shown, result.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Confirm_shows_the_change_and_respects_the_answer()
    {
        using var session = new Session();
        Cni[] cnis = [session.CniNamed("lab"), session.CniNamed("core-primary")];
        session.Host.Answers.Enqueue(2);
        session.Host.Answers.Enqueue(0);

        session.Must("$args[0] | Set-Cni -Mtu 1476 -Confirm", [cnis]);

        Assert.All(session.Host.Questions, question => Assert.Contains("Mtu: 1500 -> 1476", question, StringComparison.Ordinal));
        Assert.Equal(1500, session.CniNamed("lab").Magic.Mtu);
        Assert.Equal(1476, session.CniNamed("core-primary").Magic.Mtu);
    }

    [Theory]
    [InlineData("-Mtu 575")]
    [InlineData("-Mtu 9217")]
    [InlineData("-ConduitName ' '")]
    [InlineData("-CustomerAsn 0")]
    [InlineData("-CustomerAsn 4294967296")]
    [InlineData("-ExtraPrefix 10.0.0.1/8")]
    [InlineData("-Md5Key 'a\"b'")]
    [InlineData("-Md5Key ''")]
    [InlineData("-CustIp 10.0.0.1")]
    [InlineData("-CustIp 10.0.0.1/32")]
    [InlineData("-CustIp 10.0.0.1/31 -P2pIp 10.0.0.2/31")]
    [InlineData("-CustIp 10.0.0.1/31 -P2pIp 10.0.0.1/31")]
    [InlineData("-RemoveBgp -CustomerAsn 65536")]
    [InlineData("-RemoveBgp -RemoveMd5Key")]
    [InlineData("-RemoveMd5Key -Md5Key x")]
    public void An_invalid_value_ends_the_command_before_any_request(string arguments)
    {
        using var session = new Session();

        RunResult result = session.Run($"$args | Set-Cni {arguments} -Verbose", session.CniNamed("lab"), session.CniNamed("backup-gre"));

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Empty(result.Requests());
    }

    [Theory]
    [InlineData("-ExtraPrefix 0.0.0.0/0")]
    [InlineData("-Md5Key x")]
    [InlineData("-BgpMode advertise_only")]
    [InlineData("-CustIp 10.0.0.0/31")]
    [InlineData("-P2pIp 10.0.0.1/31")]
    public void A_change_that_conflicts_with_the_CNI_is_an_error_for_that_CNI(string arguments)
    {
        using var session = new Session();
        Cni cni = session.CniNamed("lab");

        RunResult result = session.Run($"Set-Cni $args[0] {arguments} -Verbose", cni);

        Assert.Null(result.Terminating);
        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Equal(cni.Id.ToString(), result.Errors[0].TargetObject);
        Assert.Equal([$"GET /cnis/{cni.Id}"], result.Requests());
    }

    [Fact]
    public void A_failed_change_does_not_stop_the_others()
    {
        using var session = new Session();

        RunResult result = session.Run("$args[0], 'lab' | Set-Cni -Description all; Get-Cni | Set-Cni -Description all -PassThru", SandboxSamples.Unknown);

        Assert.Equal(["CniNotFound", "CniInvalidArgument"], result.ErrorIds);
        Assert.Equal(8, result.Output.Count);
        Assert.All(session.Must("Get-Cni").As<Cni>(), cni => Assert.Equal("all", cni.Magic.Description));
    }

    [Theory]
    [InlineData("-ExtraPrefix ''")]
    [InlineData("-ExtraPrefix $null")]
    [InlineData("-ExtraPrefix ' '")]
    [InlineData("-ExtraPrefix @('')")]
    [InlineData("-ExtraPrefix 10.0.0.0/8, $null")]
    public void Only_an_empty_list_clears_the_prefixes(string arguments)
    {
        using var session = new Session();
        Cni cni = session.CniNamed("backup-gre");

        RunResult result = session.Run($"Set-Cni $args[0] {arguments} -Verbose", cni);

        Assert.Equal(["ParameterArgumentTransformationError"], result.ErrorIds);
        Assert.Empty(result.Requests());
    }

    [Fact]
    public void A_command_without_changes_warns_and_lists_what_can_be_changed()
    {
        using var session = new Session();

        RunResult result = session.Must("$args | Set-Cni -Mtu $null", session.CniNamed("lab"), session.CniNamed("backup-gre"));

        string warning = Assert.Single(result.Warnings);
        string[] changing = [.. CniEdit.Parameters, nameof(CniEdit.RemoveBgp), nameof(CniEdit.RemoveMd5Key)];
        Assert.All(changing, name => Assert.Contains($"-{name}", warning, StringComparison.Ordinal));
    }

    [Fact]
    public void The_BGP_closed_beta_warning_is_written_once_for_new_sessions()
    {
        using var session = new Session();

        Assert.Equal(BgpRules.ClosedBeta, Assert.Single(session.Must("Get-Cni | Set-Cni -CustomerAsn 65536 -WhatIf").Warnings));
        Assert.Empty(session.Must("Set-Cni $args[0] -CustomerAsn 65536", session.CniNamed("backup-gre")).Warnings);
    }

    [Fact]
    public void An_MD5_key_of_more_than_80_characters_is_a_warning()
    {
        using var session = new Session();

        Assert.Contains("81 characters", Assert.Single(session.Must("Set-Cni $args[0] -Md5Key ('k' * 81)", session.CniNamed("backup-gre")).Warnings), StringComparison.Ordinal);
        Assert.Empty(session.Must("Set-Cni $args[0] -Md5Key ('k' * 80)", session.CniNamed("backup-gre")).Warnings);
    }

    [Fact]
    public void A_new_unusual_MTU_is_a_warning()
    {
        using var session = new Session();
        Cni cni = session.CniNamed("lab");

        Assert.Contains("9000", Assert.Single(session.Must("Set-Cni $args[0] -Mtu 9000", cni).Warnings), StringComparison.Ordinal);
        Assert.Empty(session.Must("Set-Cni $args[0] -Mtu 1476", cni).Warnings);
    }

    [Fact]
    public async Task Fields_that_the_module_does_not_know_are_kept()
    {
        using var session = new Session(connectSandbox: false);
        object sandbox = session.Must("Start-CniSandbox").Output[0];
        try
        {
            string baseUri = session.Must(
                "$null = Connect-Cni -ApiToken $args[1] -AccountId $args[2] -BaseUri $args[0].BaseUri; $args[0].BaseUri.ToString()",
                sandbox,
                new NetworkCredential("", "practice").SecurePassword,
                SandboxSamples.Account).One<string>();
            Cni cni = session.CniNamed("backup-gre");
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "practice");
            var uri = new Uri($"{baseUri}/accounts/{SandboxSamples.Account}/cni/cnis/{cni.Id}");
            JsonNode body = JsonNode.Parse(await http.GetStringAsync(uri, TestContext.Current.CancellationToken))!;
            body["x_route"] = JsonNode.Parse("""{"hops": [1, 2.5, "three", null, true]}""");
            body["magic"]!["x_class"] = "gold";
            body["bgp"]!["x_timer"] = 240;
            using (var content = new StringContent(body.ToJsonString()))
            {
                (await http.PutAsync(uri, content, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            }

            session.Must("Set-Cni $args[0] -Mtu 1500 -Md5Key other", cni);

            body["magic"]!["mtu"] = 1500;
            body["bgp"]!["md5_key"] = "other";
            JsonNode after = JsonNode.Parse(await http.GetStringAsync(uri, TestContext.Current.CancellationToken))!;
            Assert.True(JsonNode.DeepEquals(body, after), after.ToJsonString());
        }
        finally
        {
            session.Must("$args[0] | Stop-CniSandbox", sandbox);
        }
    }
}
