using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class NewCniTests
{
    [Theory]
    [InlineData("New-Cni $args[0] -ConduitName lab1 -Mtu 1500 -Verbose")]
    [InlineData("New-Cni -Interconnect $args[0].Name -ConduitName lab1 -Mtu 1500 -Verbose")]
    [InlineData("$args[0] | New-Cni -ConduitName lab1 -Mtu 1500 -Verbose")]
    [InlineData("$args[0].Name | New-Cni -ConduitName lab1 -Mtu 1500 -Verbose")]
    [InlineData("[pscustomobject]@{ Interconnect = $args[0].Name; ConduitName = 'lab1'; Mtu = '1500' } | New-Cni -Verbose")]
    [InlineData("[pscustomobject]@{ Interconnect = $args[0].Name; ConduitName = 'lab1'; Mtu = '1500'; Description = ''; CustomerAsn = ''; ExtraPrefix = ''; Md5Key = '' } | New-Cni -Verbose")]
    public void A_CNI_is_created_from_an_interconnect_a_conduit_name_and_an_MTU(string script)
    {
        using var session = new Session();

        RunResult result = session.Must(script, session.Must("Get-CniInterconnect $args[0]", SandboxSamples.Empty).One<CniInterconnect>());

        Cni cni = result.One<Cni>();
        Assert.Equal(SandboxSamples.Empty, cni.Interconnect);
        Assert.Equal("lab1", cni.Magic.ConduitName);
        Assert.Equal("", cni.Magic.Description);
        Assert.Equal(1500, cni.Magic.Mtu);
        Assert.Null(cni.Bgp);
        Assert.EndsWith("/31", cni.CustIp, StringComparison.Ordinal);
        Assert.EndsWith("/31", cni.P2pIp, StringComparison.Ordinal);
        Assert.Equal(["GET /cnis", "POST /cnis"], result.Requests().Select(request => request.Split('?')[0]));
        Assert.Equal(cni.Id, session.CniNamed("lab1").Id);
    }

    [Theory]
    [InlineData("-ExtraPrefix 100.96.0.0/12, 0.0.0.0/0")]
    [InlineData("-ExtraPrefix '100.96.0.0/12, 0.0.0.0/0'")]
    [InlineData("-ExtraPrefix '100.96.0.0/12;0.0.0.0/0'")]
    [InlineData("-ExtraPrefix '100.96.0.0/12 0.0.0.0/0'")]
    public void A_customer_ASN_sets_up_a_BGP_session(string prefixes)
    {
        using var session = new Session();

        Cni cni = session.Must($"New-Cni $args[0] -ConduitName lab1 -Mtu 1476 -Description 'For tests' -CustomerAsn 4200000000 {prefixes} -Md5Key 'a\\`''b '", SandboxSamples.Empty).One<Cni>();

        Assert.Equal("For tests", cni.Magic.Description);
        Assert.Equal(4200000000, cni.Bgp!.CustomerAsn);
        Assert.Equal(["100.96.0.0/12", "0.0.0.0/0"], cni.Bgp.ExtraPrefixes);
        Assert.Equal("a\\`'b ", cni.Bgp.Md5Key);
    }

    [Fact]
    public void A_BGP_session_requires_only_the_ASN()
    {
        using var session = new Session();

        CniBgp bgp = session.Must("New-Cni $args[0] -ConduitName lab1 -Mtu 1500 -CustomerAsn 65536", SandboxSamples.Empty).One<Cni>().Bgp!;

        Assert.Equal(65536, bgp.CustomerAsn);
        Assert.Empty(bgp.ExtraPrefixes);
        Assert.Null(bgp.Md5Key);
    }

    [Fact]
    public void Each_row_of_a_file_creates_a_CNI()
    {
        using var session = new Session();

        RunResult result = session.Must(
            """
            [pscustomobject]@{ Interconnect = $args[0]; ConduitName = 'a'; Mtu = '1476'; CustomerAsn = '65536'; ExtraPrefix = '0.0.0.0/0' },
            [pscustomobject]@{ Interconnect = $args[1]; ConduitName = 'b'; Mtu = '1500'; CustomerAsn = ''; ExtraPrefix = '' } | New-Cni
            """,
            SandboxSamples.Empty,
            SandboxSamples.Carrying);

        Assert.Equal([(SandboxSamples.Empty, "a", 1476, 65536L), (SandboxSamples.Carrying, "b", 1500, null)], result.As<Cni>()
            .Select(cni => (cni.Interconnect, cni.Magic.ConduitName, cni.Magic.Mtu, cni.Bgp?.CustomerAsn)));
    }

    [Theory]
    [InlineData("-Mtu 575", "576 to 9216")]
    [InlineData("-Mtu 9217", "576 to 9216")]
    [InlineData("-CustomerAsn 0", "1 to 4294967295")]
    [InlineData("-CustomerAsn -5", "1 to 4294967295")]
    [InlineData("-CustomerAsn 4294967296", "1 to 4294967295")]
    [InlineData("-CustomerAsn 65536 -ExtraPrefix 100.96.0.1/12", "100.96.0.0/12")]
    [InlineData("-CustomerAsn 65536 -ExtraPrefix 0.0.0.0/0, 10.0.0.0", "no prefix length")]
    [InlineData("-CustomerAsn 65536 -ExtraPrefix 2001:db8::/32", "IPv6")]
    [InlineData("-CustomerAsn 65536 -Md5Key 'what?'", "U+003F (?) at position 5")]
    [InlineData("-CustomerAsn 65536 -Md5Key 'käse'", "U+00E4 (ä) at position 2")]
    [InlineData("-ExtraPrefix 0.0.0.0/0", "-CustomerAsn")]
    [InlineData("-Md5Key x", "-CustomerAsn")]
    [InlineData("-ConduitName \"a`tb\"", "U+0009 at position 2")]
    [InlineData("-Interconnect ..", "can't be the name of an interconnect")]
    public void An_invalid_value_is_rejected_before_any_request(string arguments, string says)
    {
        using var session = new Session();
        string name = arguments.Contains("-Interconnect", StringComparison.Ordinal) ? "" : "-Interconnect " + SandboxSamples.Empty;
        string conduit = arguments.Contains("-ConduitName", StringComparison.Ordinal) ? "" : "-ConduitName lab1";
        string mtu = arguments.Contains("-Mtu", StringComparison.Ordinal) ? "" : "-Mtu 1500";

        RunResult result = session.Run($"New-Cni {name} {conduit} {mtu} {arguments} -Verbose");

        Assert.Null(result.Terminating);
        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Contains(says, result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(result.Requests());
    }

    [Theory]
    [InlineData("New-Cni $args[0] -Mtu 1500", "ConduitName")]
    [InlineData("New-Cni $args[0] -ConduitName lab1", "Mtu")]
    [InlineData("New-Cni -ConduitName lab1 -Mtu 1500", "Interconnect")]
    public void Interconnect_conduit_name_and_MTU_are_required(string script, string missing)
    {
        using var session = new Session();

        RunResult result = session.Run(script, SandboxSamples.Empty);

        Assert.NotEmpty(result.AllErrors);
        Assert.Contains(missing, result.AllErrors[^1].ToString(), StringComparison.Ordinal);
        Assert.Equal(8, session.Must("Get-Cni").Output.Count);
    }

    [Fact]
    public void A_conduit_name_in_use_is_a_conflict_and_the_command_continues()
    {
        using var session = new Session();

        RunResult result = session.Run(
            "[pscustomobject]@{ ConduitName = 'lab' }, [pscustomobject]@{ ConduitName = 'lab1' } | New-Cni -Interconnect $args[0] -Mtu 1500", SandboxSamples.Empty);
        RunResult again = session.Run("New-Cni $args[0] -ConduitName lab1 -Mtu 1500 -Verbose", SandboxSamples.Empty);

        Assert.Null(result.Terminating);
        Assert.Equal(["CniNameConflict"], result.ErrorIds);
        Assert.Equal("lab1", result.One<Cni>().Magic.ConduitName);
        Assert.Equal(["CniAlreadyExists"], again.ErrorIds);
        Assert.Equal(ErrorCategory.ResourceExists, again.Errors[0].CategoryInfo.Category);
        Assert.Equal(SandboxSamples.Empty, again.Errors[0].TargetObject);
        Assert.Equal(["GET /cnis?limit=100"], again.Requests());
    }

    [Fact]
    public void An_unknown_interconnect_is_rejected_by_the_server()
    {
        using var session = new Session();

        RunResult result = session.Run("New-Cni nowhere-1 -ConduitName lab1 -Mtu 1500");

        Assert.Equal(["CniBadRequest"], result.ErrorIds);
        Assert.Contains("no such interconnect", result.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxSamples.Empty, 1476, false)]
    [InlineData(SandboxSamples.Empty, 1500, false)]
    [InlineData(SandboxSamples.Empty, 9000, true)]
    [InlineData(SandboxSamples.Empty, 1440, true)]
    [InlineData(SandboxSamples.Gcp, 1500, false)]
    [InlineData(SandboxSamples.Gcp, 8896, false)]
    [InlineData(SandboxSamples.Gcp, 1476, true)]
    public void An_unusual_MTU_is_only_a_warning(string name, int mtu, bool warns)
    {
        using var session = new Session();

        foreach (string script in new[] { "New-Cni $args[0] -ConduitName a -Mtu $args[1]", "Get-CniInterconnect $args[0] | New-Cni -ConduitName b -Mtu $args[1]" })
        {
            RunResult result = session.Must(script, name, mtu);

            Assert.Equal(mtu, result.One<Cni>().Magic.Mtu);
            Assert.Equal(warns ? 1 : 0, result.Warnings.Count);
            Assert.All(result.Warnings, warning => Assert.Contains($"The MTU {mtu}", warning, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(13335, "Cloudflare's own")]
    [InlineData(65000, "private")]
    [InlineData(23456, "AS_TRANS")]
    public void An_unusual_ASN_is_only_a_warning(long asn, string says)
    {
        using var session = new Session();

        RunResult result = session.Must("New-Cni $args[0] -ConduitName a -Mtu 1500 -CustomerAsn $args[1]", SandboxSamples.Empty, asn);

        Assert.Equal(asn, result.One<Cni>().Bgp!.CustomerAsn);
        Assert.Contains(says, Assert.Single(result.Warnings, warning => warning != BgpRules.ClosedBeta), StringComparison.Ordinal);
    }

    [Fact]
    public void The_BGP_closed_beta_warning_is_written_once_per_command()
    {
        using var session = new Session();

        RunResult result = session.Must(
            """
            [pscustomobject]@{ ConduitName = 'a'; CustomerAsn = '65536' }, [pscustomobject]@{ ConduitName = 'b'; CustomerAsn = '65536' } | New-Cni -Interconnect $args[0] -Mtu 1500
            """,
            SandboxSamples.Empty);

        Assert.Equal(2, result.Output.Count);
        Assert.Equal(BgpRules.ClosedBeta, Assert.Single(result.Warnings));
        Assert.Empty(session.Must("New-Cni $args[0] -ConduitName c -Mtu 1500", SandboxSamples.Empty).Warnings);
    }

    [Fact]
    public void An_MD5_key_of_more_than_80_characters_is_a_warning()
    {
        using var session = new Session();

        RunResult result = session.Must("New-Cni $args[0] -ConduitName a -Mtu 1500 -CustomerAsn 65536 -Md5Key ('k' * 81)", SandboxSamples.Empty);

        Assert.Contains("81 characters", Assert.Single(result.Warnings, warning => warning != BgpRules.ClosedBeta), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-ExtraPrefix ''")]
    [InlineData("-ExtraPrefix $null")]
    [InlineData("-ExtraPrefix ' '")]
    [InlineData("-ExtraPrefix @('')")]
    [InlineData("-ExtraPrefix 10.0.0.0/8, $null")]
    public void A_typed_empty_prefix_is_rejected(string arguments)
    {
        using var session = new Session();

        RunResult result = session.Run($"New-Cni $args[0] -ConduitName a -Mtu 1500 -CustomerAsn 65536 {arguments} -Verbose", SandboxSamples.Empty);

        Assert.Single(result.AllErrors);
        Assert.Empty(result.Requests());
    }

    [Fact]
    public void Text_from_a_file_is_trimmed()
    {
        using var session = new Session();

        Cni cni = session.Must(
            "[pscustomobject]@{ Interconnect = \" $($args[0])`r\"; ConduitName = ' a '; Mtu = ' 1500'; CustomerAsn = \" 1.10`r\"; ExtraPrefix = \" 10.0.0.0/8`r\"; Description = \"d`r\" } | New-Cni",
            SandboxSamples.Empty).One<Cni>();

        Assert.Equal((SandboxSamples.Empty, "a", "d"), (cni.Interconnect, cni.Magic.ConduitName, cni.Magic.Description));
        Assert.Equal(65546, cni.Bgp!.CustomerAsn);
        Assert.Equal(["10.0.0.0/8"], cni.Bgp.ExtraPrefixes);
    }

    [Fact]
    public void WhatIf_shows_the_CNI_and_only_reads()
    {
        using var session = new Session();

        RunResult result = session.Must(
            "New-Cni $args[0] -ConduitName lab1 -Mtu 1500 -CustomerAsn 65536 -ExtraPrefix 0.0.0.0/0 -WhatIf -Verbose", SandboxSamples.Empty);

        Assert.Empty(result.Output);
        Assert.Equal(["GET /cnis?limit=100"], result.Requests());
        Assert.Contains(
            $"Create CNI lab1 on interconnect {SandboxSamples.Empty}: Interconnect: {SandboxSamples.Empty}, ConduitName: lab1, Mtu: 1500, CustomerAsn: 65536, ExtraPrefix: 0.0.0.0/0",
            result.Screen,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Confirm_prompts_first()
    {
        using var session = new Session();
        session.Host.Answers.Enqueue(2);

        RunResult result = session.Must("New-Cni $args[0] -ConduitName lab1 -Mtu 1500 -Confirm", SandboxSamples.Empty);

        Assert.Empty(result.Output);
        Assert.Contains("lab1", Assert.Single(session.Host.Questions), StringComparison.Ordinal);
        Assert.Equal(8, session.Must("Get-Cni").Output.Count);
    }
}
