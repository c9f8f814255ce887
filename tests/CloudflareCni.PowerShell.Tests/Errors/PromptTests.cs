using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Errors;

/// <summary>A runbook can't prompt, so a missing parameter is an error.</summary>
public sealed class PromptTests
{
    [Theory]
    [InlineData("Get-CniLoaName", "Name")]
    [InlineData("New-Cni", "Interconnect")]
    [InlineData("New-Cni some -ConduitName x", "Mtu")]
    [InlineData("New-CniInterconnect", "Slot")]
    [InlineData("New-CniInterconnect -PairingKey k", "Bandwidth")]
    [InlineData("Remove-Cni", "Id")]
    [InlineData("Remove-CniInterconnect", "Name")]
    [InlineData("Get-CniRouterConfiguration -Platform Frr", "Cni")]
    [InlineData("Get-CniRouterConfiguration 95438b29-4588-42a7-b0a4-9aba192dd613", "Platform")]
    [InlineData("Save-CniLoa", "Name")]
    [InlineData("Save-CniRouterConfiguration", "Configuration")]
    [InlineData("Set-Cni -Mtu 1500", "Id")]
    [InlineData("Set-CniSettings", "DefaultAsn")]
    [InlineData("Connect-Cni -Email a@example.com", "ApiKey")]
    [InlineData("Stop-CniSandbox", "InputObject")]
    public void A_missing_parameter_is_an_error_in_a_noninteractive_session(string script, string parameter)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript($"Import-Module '{BuiltModule.Manifest}'; $null = Connect-Cni -Sandbox; try {{ {script} }} catch {{ throw }}");

        var error = Assert.ThrowsAny<RuntimeException>(() => shell.Invoke());

        Assert.StartsWith("MissingMandatoryParameter,", error.ErrorRecord.FullyQualifiedErrorId);
        Assert.Contains(parameter, error.Message);
    }
}
