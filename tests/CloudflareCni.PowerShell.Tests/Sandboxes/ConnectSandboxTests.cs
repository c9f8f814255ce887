using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Sandboxes;

/// <summary>The sandbox in this process.</summary>
public sealed class ConnectSandboxTests
{
    [Fact]
    public void Each_connection_has_a_new_sandbox()
    {
        using var session = new Session();

        RunResult result = session.Must("Set-CniSettings 64999; (Get-CniSettings).DefaultAsn; $null = Connect-Cni -Sandbox; (Get-CniSettings).DefaultAsn");

        Assert.Equal(64999L, result.Output[0].BaseObject);
        Assert.NotEqual(64999L, result.Output[1]?.BaseObject);
    }

    [Fact]
    public void Each_new_sandbox_has_the_same_objects()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-CniSlot; $null = Connect-Cni -Sandbox; Get-CniSlot");

        string[] ids = result.As<CniSlot>().Select(slot => slot.Id.ToString()).ToArray();
        Assert.Equal(ids[..(ids.Length / 2)], ids[(ids.Length / 2)..]);
    }

    [Fact]
    public void Requests_are_limited_only_if_a_limit_is_specified()
    {
        using var session = new Session();

        RunResult result = session.Run("$null = Connect-Cni -Sandbox -RequestLimit 2 -MaximumRetryAfterSec 0; 1..3 | ForEach-Object { Get-CniSettings }");
        Assert.Equal(2, result.Output.Count);
        Assert.Equal(["CniRateLimited"], result.ErrorIds);

        // More than Cloudflare's limit: 48 slots, one in each page.
        session.Must("$null = Connect-Cni -Sandbox -MaximumRetryAfterSec 0; 1..26 | ForEach-Object { $null = Get-CniSlot -PageSize 1 }");
    }

    [Fact]
    public void StatePath_keeps_the_state_from_one_session_to_the_next()
    {
        using var folder = new TemporaryFolder();
        using (var first = new Session(connectSandbox: false))
        {
            first.Must("$null = Connect-Cni -Sandbox -StatePath $args[0]; (Get-CniSlot -Occupied $false)[0] | New-CniInterconnect | New-Cni -ConduitName kept -Mtu 1500", folder.At("state.json"));
        }

        using var second = new Session(connectSandbox: false);
        RunResult result = second.Must("$null = Connect-Cni -Sandbox -StatePath $args[0]; Get-Cni | Where-Object ConduitName -eq kept", folder.At("state.json"));

        Assert.Equal("kept", result.One<Cni>().Magic.ConduitName);
    }

    [Fact]
    public void StatePath_is_relative_to_the_location_of_the_session()
    {
        using var folder = new TemporaryFolder();
        using var session = new Session(connectSandbox: false);

        session.Must("$ExecutionContext.SessionState.Path.SetLocation($args[0]); $null = Connect-Cni -Sandbox -StatePath state.json; Set-CniSettings 64999", folder.Path);

        Assert.True(System.IO.File.Exists(folder.At("state.json")));
    }

    [Fact]
    public void Shows_that_it_is_a_sandbox()
    {
        using var session = new Session();

        RunResult result = session.Must("$c = Get-CniConnection; $c.IsSandbox, $c.AuthenticationType, \"$c\"");

        Assert.Equal([true, "Sandbox", "sandbox, account 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20"], result.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public void AccountId_selects_another_account()
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.Must("(Connect-Cni -Sandbox -AccountId elsewhere).AccountId; (Get-CniSlot)[0].AccountId");

        Assert.Equal(["elsewhere", "elsewhere"], result.As<string>());
    }

    [Fact]
    public void The_module_can_be_removed_and_imported_again()
    {
        using var session = new Session();

        RunResult result = session.Must(
            "Remove-Module CloudflareCni.PowerShell; Import-Module $args[0]; $null = Connect-Cni -Sandbox; (Get-CniSlot)[0]", BuiltModule.Manifest);

        Assert.IsType<CniSlot>(result.One<CniSlot>());
    }
}
