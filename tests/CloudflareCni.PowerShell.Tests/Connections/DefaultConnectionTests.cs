using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

/// <summary>The default connection has the lifetime of a global variable, but isn't one.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class DefaultConnectionTests
{
    [Fact]
    public void Ends_with_the_state_of_the_runspace()
    {
        using var environment = new EnvironmentVariables();
        using Runspace runspace = Open();
        Run(runspace, "$global:mark = 'set'; $null = Connect-Cni -Sandbox");
        Assert.Equal(["set", "True"], Run(runspace, "$mark; \"$((Get-CniConnection).IsSandbox)\""));

        runspace.ResetRunspaceState();

        Assert.Equal(["", ""], Run(runspace, "\"$mark\"; \"$(Get-CniConnection)\""));
    }

    [Fact]
    public void A_failed_connect_is_forgotten_with_the_runspace_state()
    {
        using var environment = new EnvironmentVariables();
        environment["CLOUDFLARE_API_TOKEN"] = "of-the-environment";
        environment["CLOUDFLARE_ACCOUNT_ID"] = "mine";
        using Runspace runspace = Open();
        Run(runspace, "try { Connect-Cni -TimeoutSec soon } catch { }");

        runspace.ResetRunspaceState();

        Assert.Equal(["mine"], Run(runspace, "(Get-CniConnection).AccountId"));
    }

    [Fact]
    public void Is_visible_in_every_scope_and_every_later_pipeline_of_the_runspace()
    {
        using Runspace runspace = Open();
        Run(runspace, "function Connect-Customer { $null = Connect-Cni -Sandbox }; & { Connect-Customer }");

        Assert.Equal(["True"], Run(runspace, "& { \"$((Get-CniConnection).IsSandbox)\" }"));
    }

    [Fact]
    public void Is_removed_with_the_module()
    {
        using var environment = new EnvironmentVariables();
        using Runspace runspace = Open();
        Run(runspace, "$null = Connect-Cni -Sandbox; Remove-Module CloudflareCni.PowerShell");

        Import(runspace);

        Assert.Equal([""], Run(runspace, "\"$(Get-CniConnection)\""));
    }

    private static Runspace Open()
    {
        Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        Import(runspace);
        return runspace;
    }

    private static void Import(Runspace runspace) => Run(runspace, $"Import-Module '{BuiltModule.Manifest}'");

    private static string[] Run(Runspace runspace, string script)
    {
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        Collection<PSObject> output = shell.AddScript(script).Invoke();
        Assert.Empty(shell.Streams.Error);
        return [.. output.Select(item => item.ToString())];
    }
}
