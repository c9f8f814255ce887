using System;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class GetCniInterconnectStatusTests
{
    [Theory]
    [InlineData("dfw07-da1-1", "Healthy", null)]
    [InlineData("lhr09-thn2-2", "Unhealthy", "receive optical level -23.4 dBm is below -20 dBm")]
    [InlineData("fra03-fr5-3", "Down", "no light received (-40.0 dBm): check the cross-connect and the transmitter on the customer side")]
    [InlineData("sin04-sg1-5", "Pending", null)]
    public void The_status_has_state_reason_and_time(string name, string state, string? reason)
    {
        using var session = new Session();

        RunResult result = session.Must("Get-CniInterconnectStatus $args[0] -Verbose", name);

        CniInterconnectStatus status = result.One<CniInterconnectStatus>();
        Assert.Equal(name, status.Interconnect);
        Assert.Equal(state, status.State);
        Assert.Equal(reason, status.Reason);
        Assert.NotEqual(default, status.CheckedAt);
        Assert.Equal(SandboxSamples.Account, status.AccountId);
        Assert.Equal([$"GET /interconnects/{name}/status"], result.Requests());
    }

    [Theory]
    [InlineData("Get-CniInterconnect | Get-CniInterconnectStatus")]
    [InlineData("Get-CniInterconnect | Get-CniInterconnectStatus | Get-CniInterconnectStatus")]
    [InlineData("Get-CniInterconnectStatus (Get-CniInterconnect)")]
    public void Interconnects_and_their_status_bind_from_the_pipeline(string script)
    {
        using var session = new Session();

        string[] names = session.Must(script).As<CniInterconnectStatus>().Select(status => status.Interconnect).ToArray();

        Assert.Equal(session.Must("Get-CniInterconnect").As<CniInterconnect>().Select(interconnect => interconnect.Name), names);
    }

    [Fact]
    public void An_unknown_name_is_an_error_and_the_command_continues()
    {
        using var session = new Session();

        RunResult result = session.Run("Get-CniInterconnectStatus nowhere-1, fra03-fr5-3");

        Assert.Null(result.Terminating);
        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.Contains("nowhere-1", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("fra03-fr5-3", result.One<CniInterconnectStatus>().Interconnect);
    }
}
