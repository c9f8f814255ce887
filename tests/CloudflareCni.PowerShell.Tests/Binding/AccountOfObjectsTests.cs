using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Binding;

/// <summary>Objects are processed in the account that they were read from.</summary>
public sealed class AccountOfObjectsTests
{
    private const string Elsewhere = "ffffffffffffffffffffffffffffffff";

    public static TheoryData<string, string> Pipelines => new()
    {
        { "slot", "Get-CniSlot" },
        { "slot", "Get-Cni" },
        { "slot", "New-CniInterconnect" },
        { "physical", "Get-CniInterconnect" },
        { "gcp", "Get-CniInterconnectStatus" },
        { "status", "Remove-CniInterconnect -Force" },
        { "physical", "New-Cni -ConduitName x -Mtu 1500" },
        { "cni", "Get-Cni" },
        { "cni", "Set-Cni -Mtu 1476" },
        { "cni", "Remove-Cni -Force" },
    };

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void A_piped_object_provides_its_account(string input, string command)
    {
        Assert.Contains($"/accounts/{Samples.AccountId}/", FirstTarget(input, $"$args[0] | {command}"));
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void AccountId_overrides_the_account_of_the_object(string input, string command)
    {
        Assert.Contains("/accounts/chosen/", FirstTarget(input, $"$args[0] | {command} -AccountId chosen"));
    }

    [Fact]
    public void Text_is_looked_up_in_the_account_of_the_connection()
    {
        Assert.Contains($"/accounts/{Elsewhere}/", FirstTarget("text", "$args[0] | Get-CniInterconnectStatus"));
    }

    private static string FirstTarget(string input, string script)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such thing"));
        using var session = new Session(connectSandbox: false);
        session.Must("$null = Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId $args[2]", server.BaseUri, Secret.Of("t"), Elsewhere);

        Assert.Equal(["CniNotFound"], session.Run(script, PipedInputs.All[input]).ErrorIds);
        return server.Requests[0].Target;
    }
}
