using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class GetCniMagicInterconnectTests
{
    [Fact]
    public void The_Magic_side_of_all_links_is_one_request()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-CniMagicInterconnect -Verbose");

        IReadOnlyList<CniMagicInterconnect> found = result.As<CniMagicInterconnect>();
        Assert.Equal(7, found.Count);
        Assert.Equal(["GET /magic/cf_interconnects"], result.Requests());
        Assert.Equal(["backup-gre", "office-gre"], found.Where(magic => magic.Version == "1").Select(magic => magic.Name).Order());
        Assert.All(found, magic => Assert.Equal((SandboxSamples.Account, DateTimeKind.Local), (magic.AccountId, magic.CreatedOn?.Kind)));
    }

    [Theory]
    [InlineData("core-primary", "core-primary")]
    [InlineData("CORE-*", "core-primary core-secondary")]
    [InlineData("lab?, *-gre", "backup-gre office-gre")]
    [InlineData("nothing-*", "")]
    public void Names_select_circuits(string names, string found)
    {
        using var session = new Session();

        RunResult result = session.Must("Get-CniMagicInterconnect -Name $args[0]", (object)names.Split(", "));

        Assert.Equal(found, string.Join(' ', result.As<CniMagicInterconnect>().Select(magic => magic.Name).Order()));
    }

    [Fact]
    public void An_exact_name_that_does_not_exist_is_an_error_and_the_command_continues()
    {
        using var session = new Session();

        RunResult result = session.Run("Get-CniMagicInterconnect lab, core-primary");

        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.Contains("'lab'", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("core-primary", result.One<CniMagicInterconnect>().Name);
    }

    [Theory]
    [InlineData("Get-CniMagicInterconnect 'a['", "Name")]
    [InlineData("Get-CniMagicRoute 'a['", "Prefix")]
    [InlineData("Get-CniMagicRoute -NextHop 'a['", "NextHop")]
    public void Invalid_wildcards_are_an_error_before_any_request(string script, string parameter)
    {
        using var session = new Session();

        RunResult result = session.Run(script + " -Verbose");

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Equal(parameter, Assert.IsType<CniArgumentException>(result.Errors[0].Exception).ParameterName);
        Assert.Empty(result.Requests());
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public void An_account_without_Magic_returns_nothing_and_a_verbose_message(int status)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(status, "no Magic here"));
        using Session session = server.Connect();

        foreach (string script in new[] { "Get-CniMagicInterconnect", "Get-CniMagicInterconnect exact", "Get-CniMagicRoute" })
        {
            RunResult result = session.Must(script + " -Verbose");

            Assert.Empty(result.Output);
            Assert.Contains(result.Verbose, line => line.Contains("can't read Magic Transit or Magic WAN", StringComparison.Ordinal) && line.Contains("no Magic here", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_practice_token_without_Magic_returns_nothing()
    {
        using var session = new Session(connectSandbox: false);

        Assert.Empty(session.Must("$null = Connect-Cni -Sandbox -ApiToken $args[0]; Get-CniMagicInterconnect; Get-CniMagicRoute", Secret.Of("no-magic")).Output);
    }

    [Fact]
    public void Times_are_ISO_in_text_and_DateTime_in_a_copy()
    {
        using var session = new Session();

        RunResult result = session.Must("""
            $magic = Get-CniMagicInterconnect core-primary
            $magic.CreatedOn.ToString()
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($magic))
            $copy.CreatedOn -eq $magic.CreatedOn -and $copy.ModifiedOn.GetType().Name -eq 'DateTime'
            """);

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$", result.Output[0].ToString());
        Assert.Equal("True", result.Output[1].ToString());
    }
}
