using System;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class CniSettingsTests
{
    [Fact]
    public void Reading_the_settings_takes_one_request()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-CniSettings -Verbose");

        Assert.Equal(13335, result.One<CniSettings>().DefaultAsn);
        Assert.Equal(SandboxSamples.Account, result.One<CniSettings>().AccountId);
        Assert.Equal(["GET /settings"], result.Requests());
    }

    [Theory]
    [InlineData("Set-CniSettings 395747")]
    [InlineData("Set-CniSettings -DefaultAsn 4199999999")]
    public void The_default_ASN_changes_without_output(string script)
    {
        using var session = new Session();

        RunResult result = session.Must(script + " -Verbose");

        Assert.Empty(result.Output);
        Assert.Empty(result.Warnings);
        Assert.Equal(["GET /settings", "PUT /settings"], result.Requests());
        Assert.EndsWith($"{session.Must("Get-CniSettings").One<CniSettings>().DefaultAsn}", script, StringComparison.Ordinal);
    }

    [Fact]
    public void PassThru_returns_the_changed_settings()
    {
        using var session = new Session();

        Assert.Equal(395747, session.Must("Set-CniSettings 395747 -PassThru").One<CniSettings>().DefaultAsn);
        Assert.Equal(395747, session.Must("Set-CniSettings 395747 -PassThru").One<CniSettings>().DefaultAsn);
    }

    [Fact]
    public void Clear_restores_Cloudflares_default()
    {
        using var session = new Session();
        session.Must("Set-CniSettings 395747");

        Assert.Equal(13335, session.Must("Set-CniSettings -ClearDefaultAsn -PassThru").One<CniSettings>().DefaultAsn);
        Assert.Empty(session.Must("Set-CniSettings -ClearDefaultAsn:$false -Verbose").Requests());
    }

    [Fact]
    public void No_request_is_sent_when_nothing_changes()
    {
        using var session = new Session();

        Assert.Equal(["GET /settings"], session.Must("Set-CniSettings 13335 -Verbose").Requests());
    }

    [Theory]
    [InlineData("Set-CniSettings 395747 -WhatIf -PassThru", "DefaultAsn: 13335 -> 395747")]
    [InlineData("Set-CniSettings -ClearDefaultAsn -WhatIf", "DefaultAsn: 13335 -> (none)")]
    public void WhatIf_shows_the_change_and_does_not_change_anything(string script, string shown)
    {
        using var session = new Session();

        RunResult result = session.Must(script + " -Verbose");

        Assert.Empty(result.Output);
        Assert.Contains(shown, result.Screen, StringComparison.Ordinal);
        Assert.Contains(SandboxSamples.Account, result.Screen, StringComparison.Ordinal);
        Assert.Equal(["GET /settings"], result.Requests());
    }

    [Fact]
    public void Confirm_respects_the_answer()
    {
        using var session = new Session();
        session.Host.Answers.Enqueue(2);

        session.Must("Set-CniSettings 395747 -Confirm");

        Assert.Contains("13335 -> 395747", Assert.Single(session.Host.Questions), StringComparison.Ordinal);
        Assert.Equal(13335, session.Must("Get-CniSettings").One<CniSettings>().DefaultAsn);
    }

    [Theory]
    [InlineData("Set-CniSettings 0 -Verbose")]
    [InlineData("Set-CniSettings 4294967296 -Verbose")]
    public void An_invalid_ASN_is_rejected_before_any_request(string script)
    {
        using var session = new Session();

        RunResult result = session.Run(script);

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Empty(result.Requests());
    }

    [Theory]
    [InlineData(64512, false)]
    [InlineData(65534, false)]
    [InlineData(4200000000, true)]
    public void A_private_ASN_that_Cloudflare_does_not_document_is_only_a_warning(long asn, bool warns)
    {
        using var session = new Session();

        RunResult result = session.Must("Set-CniSettings $args[0] -PassThru", asn);

        Assert.Equal(asn, result.One<CniSettings>().DefaultAsn);
        Assert.Equal(warns ? 1 : 0, result.Warnings.Count);
        Assert.All(result.Warnings, warning => Assert.Contains("private", warning, StringComparison.Ordinal));
    }

    [Fact]
    public void A_command_without_changes_warns_and_lists_what_can_be_changed()
    {
        using var session = new Session();

        string warning = Assert.Single(session.Must("Set-CniSettings -ClearDefaultAsn:$false").Warnings);

        Assert.Contains("-DefaultAsn", warning, StringComparison.Ordinal);
        Assert.Contains("-ClearDefaultAsn", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_account_has_its_own_settings()
    {
        using var session = new Session();

        session.Must("Set-CniSettings 395747 -AccountId $args[0]", SandboxSamples.OtherAccount);

        Assert.Equal(13335, session.Must("Get-CniSettings").One<CniSettings>().DefaultAsn);
        Assert.Equal(395747, session.Must("Get-CniSettings -AccountId $args[0]", SandboxSamples.OtherAccount).One<CniSettings>().DefaultAsn);
    }
}
