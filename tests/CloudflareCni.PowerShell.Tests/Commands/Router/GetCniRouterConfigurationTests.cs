using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class GetCniRouterConfigurationTests
{
    [Theory]
    [InlineData("$args[0] | Get-CniRouterConfiguration -Platform Frr -InterfaceName eth1 -ImportPrefix 0.0.0.0/0")]
    [InlineData("Get-CniRouterConfiguration $args[0].Id -Platform frr -InterfaceName eth1 -ImportPrefix 0.0.0.0/0")]
    [InlineData("Get-CniInterconnect dfw07-da1-1 | Get-CniRouterConfiguration -Platform Frr -InterfaceName eth1 -ImportPrefix 0.0.0.0/0")]
    [InlineData("Get-CniRouterConfiguration -Interconnect dfw07-da1-1 -Platform Frr -InterfaceName eth1 -ImportPrefix 0.0.0.0/0")]
    public void A_CNI_or_an_interconnect_returns_one_configuration(string script)
    {
        using var session = new Session();
        Cni cni = session.CniNamed("core-primary");

        RunResult result = session.Must(script, cni);

        var configuration = result.One<CniRouterConfiguration>();
        Assert.Equal((cni.Id, CniRouterPlatform.Frr, "eth1", "cni-core-primary-frr.conf"), (configuration.Cni, configuration.Platform, configuration.InterfaceName, configuration.FileName));
        Assert.Contains($"neighbor {cni.P2pIp.Split('/')[0]} remote-as 13335\n", configuration.Text, StringComparison.Ordinal);
        Assert.Empty(configuration.Warnings);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("iosxr", CniRouterPlatform.IosXr)]
    [InlineData("Ju", CniRouterPlatform.Junos)]
    [InlineData("([CloudflareCni.CniRouterPlatform]::Eos)", CniRouterPlatform.Eos)]
    [InlineData("(Get-CniRouterConfiguration $args[0] -Platform Bird).Platform", CniRouterPlatform.Bird)]
    public void A_platform_is_a_name_the_beginning_of_a_name_or_a_value(string argument, CniRouterPlatform platform)
    {
        using var session = new Session();

        Assert.Equal(platform, session.Must($"Get-CniRouterConfiguration $args[0] -Platform {argument}", session.CniNamed("core-primary")).One<CniRouterConfiguration>().Platform);
    }

    [Theory]
    [InlineData("Cisco", "'Cisco' isn't a router platform")]
    [InlineData("I", "'I' isn't a router platform")]
    [InlineData("11", "'11' isn't a router platform")]
    [InlineData("Frr, Bird", "'Frr Bird' isn't a router platform")]
    [InlineData("'Frr,Bird'", "'Frr,Bird' isn't a router platform")]
    [InlineData("$null", "The platform is null or empty")]
    [InlineData("' '", "The platform is null or empty")]
    public void An_unknown_platform_is_rejected_with_the_list_of_platforms(string argument, string message)
    {
        using var session = new Session();

        RunResult result = session.RunToFirstEnd($"Get-CniRouterConfiguration $args[0] -Platform {argument}", SandboxSamples.Unknown);

        Assert.StartsWith("ParameterArgumentTransformationError,", Assert.Single(result.AllErrors).FullyQualifiedErrorId);
        Assert.Contains($"{message}. Use one of {string.Join(", ", Enum.GetNames<CniRouterPlatform>())}.", result.AllErrors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_neighbors_AS_number_comes_from_the_settings()
    {
        using var session = new Session();
        session.Must("Set-CniSettings -DefaultAsn 64999");

        string text = session.Must("$args[0] | Get-CniRouterConfiguration -Platform IosXr", session.CniNamed("core-primary")).One<CniRouterConfiguration>().Text;

        Assert.Contains("remote-as 64999\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Interconnects_and_settings_are_read_once_and_settings_only_for_BGP()
    {
        using var session = new Session();
        Cni primary = session.CniNamed("core-primary");

        RunResult bgp = session.Must("$args[0], $args[0] | Get-CniRouterConfiguration -Platform Frr -Verbose", primary);
        RunResult withoutBgp = session.Must("$args[0] | Get-CniRouterConfiguration -Platform Frr -Verbose", session.CniNamed("office-gre"));

        Assert.Equal(
            [$"GET /cnis/{primary.Id}", "GET /settings", "GET /interconnects/dfw07-da1-1", $"GET /cnis/{primary.Id}"],
            bgp.Requests());
        Assert.DoesNotContain("GET /settings", withoutBgp.Requests());
    }

    [Fact]
    public void The_CNI_of_a_GCP_partner_is_an_error_and_the_command_continues()
    {
        using var session = new Session();

        RunResult result = session.Run("Get-Cni | Get-CniRouterConfiguration -Platform SrLinux -RedactMd5Key -WarningAction Ignore");

        // Two of eight are on GCP partner interconnects. A redacted key is still a key that SR Linux must hold: the sandbox's has 14 characters.
        Assert.Equal(["CniInvalidArgument", "CniInvalidArgument"], result.ErrorIds);
        Assert.All(result.AllErrors, error => Assert.Contains("Cloud Router", error.ToString(), StringComparison.Ordinal));
        Assert.Equal(6, result.Output.Count);
    }

    [Theory]
    [InlineData("-InterfaceName 'eth1;reload'", "InterfaceName")]
    [InlineData("-AdvertisePrefix 10.0.0.1/8", "AdvertisePrefix")]
    [InlineData("-ImportPrefix 10.0.0.0", "ImportPrefix")]
    [InlineData("-StaticPrefix 2001:db8::/32", "StaticPrefix")]
    [InlineData("-HoldTimeSec 2", "HoldTimeSec")]
    [InlineData("-RoutePriority 99", "RoutePriority")]
    public void An_invalid_option_is_an_error_before_any_request(string option, string parameterName)
    {
        using var session = new Session();

        RunResult result = session.RunToFirstEnd($"Get-CniRouterConfiguration $args[0] -Platform Frr {option} -Verbose", SandboxSamples.Unknown);

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Equal(parameterName, Assert.IsType<CniArgumentException>(result.AllErrors[0].Exception).ParameterName);
        Assert.Empty(result.Requests());
    }

    [Fact]
    public void Warnings_include_the_CNI_and_are_in_the_object_as_well()
    {
        using var session = new Session();

        RunResult result = session.Must("$args[0] | Get-CniRouterConfiguration -Platform Eos", session.CniNamed("office-gre"));

        IReadOnlyList<string> warnings = result.One<CniRouterConfiguration>().Warnings;
        Assert.Equal(2, warnings.Count);
        Assert.Equal(warnings.Select(warning => $"CNI office-gre: {warning}"), result.Warnings);
    }

    [Fact]
    public void The_MD5_key_is_only_in_the_text_and_RedactMd5Key_removes_it()
    {
        const string Key = "Walk-2026-x7Qz";
        using var session = new Session();
        session.Must("$args[0] | Set-Cni -Md5Key $args[1]", session.CniNamed("core-primary"), Key);

        RunResult shown = session.Must("$args[0] | Get-CniRouterConfiguration -Platform Frr -Verbose", session.CniNamed("core-primary"));
        RunResult redacted = session.Must("$args[0] | Get-CniRouterConfiguration -Platform Frr -RedactMd5Key -OutVariable all; $all[0].PSObject.Properties | ForEach-Object Value | Out-Default; $all | Out-Default", session.CniNamed("core-primary"));
        session.Must("$args[0] | Set-Cni -Md5Key $args[1]", session.CniNamed("core-primary"), "two words " + Key);
        RunResult refused = session.Run("$args[0] | Get-CniRouterConfiguration -Platform Frr -Verbose", session.CniNamed("core-primary"));

        Assert.Contains($"password {Key}\n", shown.One<CniRouterConfiguration>().Text, StringComparison.Ordinal);
        Assert.DoesNotContain(shown.Verbose.Concat(shown.Warnings), line => line.Contains(Key, StringComparison.Ordinal));
        Assert.DoesNotContain(Key, redacted.As<CniRouterConfiguration>()[0].Text + redacted.Screen + string.Concat(redacted.Warnings), StringComparison.Ordinal);
        Assert.Equal(["CniInvalidArgument"], refused.ErrorIds);
        Assert.DoesNotContain(Key, $"{refused.AllErrors[0]}{refused.AllErrors[0].Exception}{string.Concat(refused.Verbose)}", StringComparison.Ordinal);
    }

    [Fact]
    public void An_interconnect_without_CNIs_is_a_warning()
    {
        using var session = new Session();

        RunResult result = session.Must($"Get-CniInterconnect {SandboxSamples.Empty} | Get-CniRouterConfiguration -Platform Frr");

        Assert.Empty(result.Output);
        Assert.Contains("doesn't have a CNI", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interconnect_that_does_not_exist_is_an_error()
    {
        using var session = new Session();

        RunResult result = session.Run("Get-CniRouterConfiguration -Interconnect nowhere-1 -Platform Frr");

        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("-AdvertisePrefix '198.51.100.0/24, 203.0.113.0/24'")]
    [InlineData("-AdvertisePrefix 198.51.100.0/24, 203.0.113.0/24")]
    public void Prefixes_can_be_a_list_or_one_string(string option)
    {
        using var session = new Session();

        string text = session.Must($"$args[0] | Get-CniRouterConfiguration -Platform Frr {option}", session.CniNamed("core-primary")).One<CniRouterConfiguration>().Text;

        Assert.Contains("  network 198.51.100.0/24\n  network 203.0.113.0/24\n", text, StringComparison.Ordinal);
    }
}
