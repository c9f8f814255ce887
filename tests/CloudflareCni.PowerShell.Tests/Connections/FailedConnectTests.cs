using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

/// <summary>A failed Connect-Cni removes the default connection, so that no command uses the previous account.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class FailedConnectTests
{
    /// <summary>The ways to fail: in the engine before the cmdlet runs, in the cmdlet, and on the server.</summary>
    public static TheoryData<string> Failures =>
    [
        "-ApiToken not-a-secure-string",
        "-ApiToken $null",
        "-Connection text",
        "-Connection @{}",
        "-Credential text",
        "-Email noc@example.com",
        "-TimeoutSec soon",
        "-TimeoutSec 0",
        "-MaximumRetryCount 1.e",
        "-BaseUri ''",
        "-AccountId ''",
        "-NoSuchParameter 1",
        "-Sandbox -Credential $null",
        "-Sandbox one two",
        "@{ TimeoutSec = 'soon' }",
        "@splat",
        "-ApiToken $secret -AccountId ..",
        "-ApiToken $secret -AccountId mine -BaseUri http://192.0.2.1",
        "-ApiToken $secret -AccountId mine -Proxy ftp://proxy.example.com",
        "-ApiToken $secret -BaseUri $dead -MaximumRetryCount 0",
        "",
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public void Leaves_no_default_connection(string arguments)
    {
        using var environment = new EnvironmentVariables();
        using var session = new Session();

        ErrorRecord error = Fail(session, arguments);
        RunResult after = session.RunToFirstEnd("Get-CniConnection; Get-CniSettings");

        Assert.NotNull(error);
        Assert.Empty(after.Output);
        Assert.Equal(["CniNotConnected"], after.ErrorIds);
        Assert.Contains("the last Connect-Cni failed", after.Terminating!.ToString());
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void NoDefault_keeps_the_default_connection(string arguments)
    {
        using var environment = new EnvironmentVariables();
        using var session = new Session();

        ErrorRecord behind = Fail(session, $"{arguments} -NoDefault");
        ErrorRecord before = Fail(session, $"-NoDef {arguments}");

        Assert.NotNull(behind);
        Assert.NotNull(before);
        Assert.True(session.Must("(Get-CniConnection).IsSandbox").One<bool>());
    }

    [Fact]
    public void NoDefault_of_another_command_on_the_line_is_ignored()
    {
        using var session = new Session();

        session.Run("try { Connect-Cni -TimeoutSec soon } catch { $null = Connect-Cni -Sandbox -NoDefault }");

        Assert.Empty(session.Must("Get-CniConnection").Output);
    }

    [Fact]
    public void The_environment_is_not_used_before_Disconnect_Cni()
    {
        using var environment = new EnvironmentVariables();
        using var session = new Session();
        environment["CLOUDFLARE_API_TOKEN"] = "of-somebody-else";
        environment["CLOUDFLARE_ACCOUNT_ID"] = "somebody-else";

        Fail(session, "-TimeoutSec soon");
        RunResult after = session.RunToFirstEnd("Get-CniSettings");

        Assert.Equal(["CniNotConnected"], after.ErrorIds);
        Assert.Equal("somebody-else", session.Must("Disconnect-Cni; (Get-CniConnection).AccountId").One<string>());
    }

    [Fact]
    public void The_next_successful_connection_is_the_default()
    {
        using var session = new Session();

        Fail(session, "-TimeoutSec soon");

        session.Must("$null = Connect-Cni -Sandbox; Get-CniSettings");
    }

    [Fact]
    public void Completion_and_help_do_not_count_as_failures()
    {
        using var session = new Session();

        RunResult result = session.Must(
            """
            $typed = 'Connect-Cni -TimeoutSec soon -A'
            $null = [System.Management.Automation.CommandCompletion]::CompleteInput($typed, $typed.Length, $null)
            $null = Get-Help Connect-Cni
            $null = Get-Command Connect-Cni -Syntax
            (Get-CniConnection).IsSandbox
            """);

        Assert.True(result.One<bool>());
    }

    private static ErrorRecord Fail(Session session, string arguments) => Assert.Single(session.RunToFirstEnd(
        $"$secret, $dead = $args; $splat = @{{ TimeoutSec = 'soon' }}; $null = Connect-Cni {arguments}", Secret.Of("token"), ScriptedServer.DeadAddress()).AllErrors);
}
