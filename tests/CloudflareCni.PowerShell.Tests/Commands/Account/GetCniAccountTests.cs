using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>A service provider works through all customers: accounts pipe into every cmdlet that acts in one.</summary>
public sealed class GetCniAccountTests
{
    private const string Other = "c41f5e8a9b2d4760a3e1d8f7062b9c55";
    private const string Two = "$null = Connect-Cni -Sandbox -ApiToken $args[0];";

    [Fact]
    public void Every_account_of_the_credential_is_listed()
    {
        using var session = new Session(connectSandbox: false);

        IReadOnlyList<CniAccount> accounts = session.Must($"{Two} Get-CniAccount", Secret.Of("two-accounts")).As<CniAccount>();

        Assert.Equal([SandboxSamples.Account, Other], accounts.Select(account => account.Id));
        Assert.Equal(accounts.Select(account => account.Id), accounts.Select(account => account.AccountId));
    }

    [Theory]
    [InlineData("*other*", Other)]
    [InlineData("'Sandbox Example Networks'", SandboxSamples.Account)]
    [InlineData("-AccountId " + Other, Other)]
    [InlineData("nobody", "")]
    public void Names_and_IDs_choose(string arguments, string ids)
    {
        using var session = new Session(connectSandbox: false);

        Assert.Equal(ids, string.Join(' ', session.Must($"{Two} Get-CniAccount {arguments}", Secret.Of("two-accounts")).As<CniAccount>().Select(account => account.Id)));
    }

    [Theory]
    [InlineData("Get-CniInterconnect")]
    [InlineData("Get-CniInterconnectStatus")]
    [InlineData("Get-CniSlot")]
    [InlineData("Get-Cni")]
    [InlineData("Get-CniSettings")]
    [InlineData("Get-CniMagicInterconnect")]
    [InlineData("Get-CniMagicRoute")]
    public void A_piped_account_is_acted_in(string command)
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.Must($"{Two} Get-CniAccount | {command} -Verbose", Secret.Of("two-accounts"));

        Assert.Equal([SandboxSamples.Account, Other], result.AccountsAsked().Distinct());
        Assert.Equal([SandboxSamples.Account, Other], result.Output.Select(one => one.Properties["AccountId"].Value).Distinct());
    }

    [Theory]
    [InlineData("$accounts | Get-CniInterconnect dfw07-da1-1, gru* -Verbose")]
    [InlineData("$accounts | Set-CniSettings -DefaultAsn 64999 -Verbose")]
    [InlineData("$accounts | Remove-CniInterconnect -Name nowhere -Force -Verbose")]
    [InlineData("$copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($accounts)); $copy | Get-CniSlot -Verbose")]
    public void Piped_accounts_also_work_with_other_arguments_and_as_copies(string script)
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.Run($"{Two} $accounts = Get-CniAccount; {script}", Secret.Of("two-accounts"));

        Assert.Equal([SandboxSamples.Account, Other], result.AccountsAsked().Distinct());
    }

    [Fact]
    public void An_account_is_acted_in_through_the_connection_that_it_was_read_with()
    {
        using var left = ScriptedServer.Always(ScriptedAnswer.Json($$"""{"success":true,"result":[{"id":"{{Samples.AccountId}}","name":"Left"}]}"""));
        using var right = ScriptedServer.Always(ScriptedAnswer.Failure(404, "not here"));
        using var session = new Session(connectSandbox: false);

        session.Run(
            """
            $left = Connect-Cni -BaseUri $args[0] -ApiToken $args[2] -AccountId left -NoDefault
            $null = Connect-Cni -BaseUri $args[1] -ApiToken $args[2] -AccountId right
            Get-CniAccount -Connection $left | Get-CniSettings
            """,
            left.BaseUri,
            right.BaseUri,
            Secret.Of("practice"));

        Assert.Equal(2, left.Requests.Count);
        Assert.EndsWith($"/accounts/{Samples.AccountId}/cni/settings", left.Requests[1].Target, StringComparison.Ordinal);
        Assert.Equal(0, right.Connections);
    }

    [Fact]
    public void A_denied_account_is_an_error_and_the_command_continues()
    {
        using var server = new ScriptedServer(request => request.Path == "/accounts" ? ScriptedAnswer.Json("""{"success":true,"result":[{"id":"no","name":"No"},{"id":"yes","name":"Yes"}]}""")
            : request.Target.Contains("/no/", StringComparison.Ordinal) ? ScriptedAnswer.Failure(403, "no CNI")
            : ScriptedAnswer.Page(null));
        using Session session = server.Connect();

        RunResult result = session.Run("Get-CniAccount | Get-CniSlot");

        Assert.Equal(["CniAccessDenied"], result.ErrorIds);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public void Objects_of_an_account_still_act_in_their_own()
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.Must(
            $"{Two} $other = Get-CniAccount *Other*; $other | Get-CniInterconnect | Get-CniInterconnectStatus -Verbose", Secret.Of("two-accounts"));

        Assert.Equal([Other], result.AccountsAsked().Distinct());
    }
}
