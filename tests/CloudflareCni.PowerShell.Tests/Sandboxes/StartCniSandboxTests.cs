using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Sandboxes;

/// <summary>The sandbox on loopback, for other tools and other sessions.</summary>
[Trait("Tier", "Slow")]
public sealed class StartCniSandboxTests : IDisposable
{
    private const string Connect = $"$null = Connect-Cni -BaseUri $box.BaseUri -ApiToken $token {SessionConnections.NoRetries}";

    private readonly Session _session = new(connectSandbox: false);

    public StartCniSandboxTests() => _session.Must("function stop-all { Remove-Module CloudflareCni.PowerShell }; $token = $args[0]", Secret.Of("practice"));

    public void Dispose()
    {
        _session.Must("stop-all");
        _session.Dispose();
    }

    [Fact]
    public void Returns_its_address_and_serves_the_API_there()
    {
        RunResult result = _session.Must($"$box = Start-CniSandbox; $box.BaseUri.AbsoluteUri, $box.Port, \"$box\"; {Connect}; (Get-CniSlot).Count");

        object port = result.Output[1].BaseObject;
        Assert.Equal($"http://127.0.0.1:{port}/client/v4", result.Output[0].BaseObject);
        Assert.Equal(result.Output[0].BaseObject, result.Output[2].BaseObject);
        Assert.Equal(48, result.Output[3].BaseObject);
    }

    [Fact]
    public void Listens_on_the_specified_port_until_it_is_stopped_by_port()
    {
        int port = FreePort();

        RunResult result = _session.RunToFirstEnd($"$box = Start-CniSandbox -Port {port}; {Connect}; $null = Get-CniSettings; Stop-CniSandbox -Port {port}; 'stopped'; Get-CniSettings");

        Assert.Equal("stopped", result.One<string>());
        Assert.Equal(["CniConnectionFailed"], result.ErrorIds);
    }

    [Fact]
    public void Can_be_stopped_by_object()
    {
        RunResult result = _session.RunToFirstEnd($"$box = Start-CniSandbox; {Connect}; $box | Stop-CniSandbox; Get-CniSettings");

        Assert.Equal(["CniConnectionFailed"], result.ErrorIds);
    }

    [Fact]
    public void Stopping_it_twice_is_not_an_error()
    {
        _session.Must("$box = Start-CniSandbox; Stop-CniSandbox $box; Stop-CniSandbox $box");
    }

    [Fact]
    public void A_port_without_a_sandbox_is_an_error_and_the_others_are_stopped()
    {
        int nobody = FreePort();

        RunResult result = _session.Run($"$box = Start-CniSandbox; Stop-CniSandbox -Port {nobody}, $box.Port; {Connect}");

        Assert.Equal(["CniInvalidArgument", "CniConnectionFailed"], result.ErrorIds);
        Assert.Contains($"port {nobody}", result.AllErrors[0].ToString());
    }

    [Fact]
    public void A_port_in_use_is_an_error()
    {
        RunResult result = _session.RunToFirstEnd("$box = Start-CniSandbox; Start-CniSandbox -Port $box.Port");

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Contains("can't listen on port", result.Terminating!.ToString());
        Assert.Contains("Choose another port", result.Terminating.ToString());
        Assert.NotNull(result.Terminating.Exception.InnerException);
    }

    [Theory]
    [InlineData("Start-CniSandbox -WhatIf")]
    [InlineData("$null = Start-CniSandbox -SlotCount 3 -Confirm:$false; Stop-CniSandbox -Port 1 -WhatIf")]
    public void WhatIf_does_not_start_or_stop_anything(string script)
    {
        Assert.Empty(_session.Run(script).Output);
    }

    [Fact]
    public void Stop_CniSandbox_with_WhatIf_keeps_it_running()
    {
        _session.Must($"$box = Start-CniSandbox; Stop-CniSandbox $box -WhatIf; {Connect}; Get-CniSettings");
    }

    [Fact]
    public void SlotCount_sets_the_number_of_slots()
    {
        RunResult result = _session.Must($"$box = Start-CniSandbox -SlotCount 123; {Connect}; (Get-CniSlot).Count");

        Assert.Equal(123, result.One<int>());
    }

    [Fact]
    public void With_ReadyAfterSec_0_an_interconnect_is_healthy_immediately()
    {
        RunResult result = _session.Must(
            $"$box = Start-CniSandbox -ReadyAfterSec 0; {Connect}; (Get-CniSlot -Occupied $false)[0] | New-CniInterconnect | Get-CniInterconnectStatus");

        Assert.Equal("Healthy", result.One<CniInterconnectStatus>().State);
    }

    [Fact]
    public void By_default_a_new_interconnect_is_pending()
    {
        RunResult result = _session.Must(
            $"$box = Start-CniSandbox -ReadyAfterSec 86400; {Connect}; (Get-CniSlot -Occupied $false)[0] | New-CniInterconnect | Get-CniInterconnectStatus");

        Assert.Equal("Pending", result.One<CniInterconnectStatus>().State);
    }

    [Fact]
    public void StatePath_keeps_the_state_from_one_start_to_the_next()
    {
        using var folder = new TemporaryFolder();
        string script = $"$box = Start-CniSandbox -StatePath $args[0]; {Connect}; ";

        _session.Must(script + "Set-CniSettings 64999; Stop-CniSandbox $box", folder.At("state.json"));
        RunResult result = _session.Must(script + "Get-CniSettings", folder.At("state.json"));

        Assert.Equal(64999, result.One<CniSettings>().DefaultAsn);
    }

    [Theory]
    [InlineData("Start-CniSandbox -StatePath $args[0]")]
    [InlineData("Connect-Cni -Sandbox -StatePath $args[0]")]
    public void A_broken_state_file_is_an_error_and_is_not_changed(string script)
    {
        using var folder = new TemporaryFolder();
        string file = folder.At("state.json");
        File.WriteAllText(file, "no state");

        RunResult result = _session.RunToFirstEnd(script, file);

        Assert.Equal(["CniFileFailed"], result.ErrorIds);
        Assert.Contains(file, result.Terminating!.ToString());
        Assert.Contains("is broken", result.Terminating.ToString());
        Assert.NotNull(result.Terminating.Exception.InnerException);
        Assert.Equal("no state", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("Start-CniSandbox -Port 65536")]
    [InlineData("Start-CniSandbox -SlotCount 0")]
    [InlineData("Start-CniSandbox -ReadyAfterSec -1")]
    [InlineData("Start-CniSandbox -StatePath ''")]
    public void Invalid_values_are_rejected(string script)
    {
        Assert.StartsWith("ParameterArgumentValidationError", Assert.Single(_session.RunToFirstEnd(script).ErrorIds));
    }

    [Fact]
    public void Removing_the_module_stops_only_the_sandboxes_of_the_runspace()
    {
        using var other = new Session(connectSandbox: false);
        PSObject mine = _session.Must("Start-CniSandbox").Output.Single();
        PSObject theirs = other.Must("Start-CniSandbox").Output.Single();

        _session.Must("Remove-Module CloudflareCni.PowerShell; Import-Module $args[0]", BuiltModule.Manifest);

        const string Ask = $"$null = Connect-Cni -BaseUri $args[0].BaseUri -ApiToken $args[1] {SessionConnections.NoRetries}; Get-CniSettings";
        Assert.Equal(["CniConnectionFailed"], other.RunToFirstEnd(Ask, mine, Secret.Of("t")).ErrorIds);
        other.Must(Ask, theirs, Secret.Of("t"));
        other.Must("Stop-CniSandbox $args[0]", theirs);
    }

    [Fact]
    public void A_sandbox_can_be_stopped_from_another_runspace()
    {
        using var other = new Session(connectSandbox: false);
        PSObject box = _session.Must("($box = Start-CniSandbox)").Output.Single();

        other.Must("Stop-CniSandbox -Port $args[0].Port", box);

        Assert.Equal(["CniConnectionFailed"], _session.RunToFirstEnd(Connect).ErrorIds);
    }

    private static int FreePort()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok(""));
        return server.Port;
    }
}
