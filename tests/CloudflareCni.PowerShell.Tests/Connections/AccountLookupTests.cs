using System;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

/// <summary>The lookup of the account if none is specified.</summary>
public sealed class AccountLookupTests : IDisposable
{
    private readonly Session _session = new(connectSandbox: false);

    public AccountLookupTests() => _session.Must("$box = Start-CniSandbox");

    public void Dispose()
    {
        _session.Must("Stop-CniSandbox $box");
        _session.Dispose();
    }

    [Fact]
    public void The_only_account_of_a_token_is_found()
    {
        RunResult result = _session.Must("$c = Connect-Cni -ApiToken $args[0] -BaseUri $box.BaseUri -Verbose; $c.AccountId, $c.AccountName", Secret.Of("any"));

        Assert.Equal(["5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20", "Sandbox Example Networks"], result.As<string>());
        Assert.Contains("GET /accounts?", Assert.Single(result.Verbose));
    }

    [Fact]
    public void The_account_is_looked_up_once()
    {
        RunResult result = _session.Must("$null = Connect-Cni -ApiToken $args[0] -BaseUri $box.BaseUri; $null = Get-CniSettings -Verbose; $null = Get-CniSettings -Verbose", Secret.Of("any"));

        Assert.Equal(2, result.Verbose.Count);
        Assert.DoesNotContain(result.Verbose, line => line.Contains("/accounts?", StringComparison.Ordinal));
    }

    [Fact]
    public void A_connection_in_a_hashtable_looks_up_its_account_on_first_use()
    {
        RunResult result = _session.Must("$null = Get-CniSettings -Connection @{ ApiToken = 'any'; BaseUri = $box.BaseUri } -Verbose");

        Assert.Equal(["/accounts?", "/cni/settings"], result.Verbose.Select(line => line.Contains("/accounts?", StringComparison.Ordinal) ? "/accounts?" : "/cni/settings"));
    }

    [Theory]
    [InlineData("two-accounts", "Sandbox Example Networks (5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20), Sandbox Other Company (")]
    [InlineData("no-account", "can't list any accounts")]
    public void Without_exactly_one_account_the_error_explains_the_choice(string token, string says)
    {
        RunResult result = _session.RunToFirstEnd("Connect-Cni -ApiToken $args[0] -BaseUri $box.BaseUri", Secret.Of(token));

        Assert.Equal("CniInvalidArgument", Assert.Single(result.ErrorIds));
        Assert.Contains(says, result.Terminating!.ToString());
        Assert.Contains("-AccountId", result.Terminating.ToString());
    }

    [Fact]
    public void AccountId_chooses_from_several_accounts()
    {
        _session.Must("$null = Connect-Cni -ApiToken $args[0] -BaseUri $box.BaseUri -AccountId 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20; Get-CniSettings", Secret.Of("two-accounts"));
    }

    [Fact]
    public void An_ambiguous_account_ends_the_command_for_all_objects()
    {
        RunResult result = _session.RunToFirstEnd(
            "'a', 'b' | Get-CniInterconnect -Connection @{ ApiToken = 'two-accounts'; BaseUri = $box.BaseUri }");

        Assert.Equal("CniInvalidArgument", Assert.Single(result.ErrorIds));
        Assert.NotNull(result.Terminating);
    }

    [Fact]
    public void A_rejected_token_does_not_create_a_connection()
    {
        RunResult result = _session.RunToFirstEnd("Connect-Cni -ApiToken $args[0] -BaseUri $box.BaseUri", Secret.Of("invalid"));

        Assert.Equal("CniAuthenticationFailed", Assert.Single(result.ErrorIds));
        Assert.NotNull(result.Terminating);
    }
}
