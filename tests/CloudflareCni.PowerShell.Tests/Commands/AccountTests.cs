using System.Collections.Generic;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class AccountTests
{
    [Fact]
    public void AccountId_reads_from_another_account()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-CniInterconnect -AccountId $args[0] -Verbose", SandboxSamples.OtherAccount);

        Assert.All(result.As<CniInterconnect>(), interconnect => Assert.Equal(SandboxSamples.OtherAccount, interconnect.AccountId));
        Assert.Equal([SandboxSamples.OtherAccount], result.AccountsAsked());
        IReadOnlyList<CniInterconnect> own = session.Must("Get-CniInterconnect").As<CniInterconnect>();
        Assert.All(result.As<CniInterconnect>(), interconnect => Assert.DoesNotContain(own, mine => mine.SlotId is not null && mine.SlotId == interconnect.SlotId));
    }

    [Theory]
    [InlineData("@(Get-CniSlot -AccountId $args[0])[0] | Get-CniSlot -Verbose")]
    [InlineData("@(Get-CniSlot -AccountId $args[0] -Occupied $false)[0] | New-CniInterconnect -Verbose")]
    [InlineData("@(Get-CniInterconnect -AccountId $args[0])[0] | Get-CniInterconnect -Verbose")]
    [InlineData("@(Get-CniInterconnect -AccountId $args[0])[0] | Get-CniInterconnectStatus | Get-CniInterconnectStatus -Verbose")]
    [InlineData("@(Get-CniInterconnect -AccountId $args[0])[0] | Get-CniLoaName -Verbose")]
    [InlineData("@(Get-CniInterconnect -AccountId $args[0])[0] | Get-Cni -Verbose")]
    [InlineData("@(Get-CniInterconnect -AccountId $args[0])[0] | New-Cni -ConduitName x -Mtu 9000 -Verbose")]
    [InlineData("@(Get-CniInterconnect -AccountId $args[0])[0] | Remove-CniInterconnect -IncludeCni -Force -Verbose")]
    [InlineData("@(Get-Cni -AccountId $args[0])[0] | Get-Cni -Verbose")]
    [InlineData("@(Get-Cni -AccountId $args[0])[0] | Set-Cni -Mtu 9000 -Verbose")]
    [InlineData("@(Get-Cni -AccountId $args[0])[0] | Remove-Cni -Force -Verbose")]
    [InlineData("[pscustomobject]@{ Id = @(Get-Cni -AccountId $args[0])[0].Id; AccountId = $args[0] } | Get-Cni -Verbose")]
    public void A_piped_object_is_processed_in_the_account_it_was_read_from(string script)
    {
        using var session = new Session();

        RunResult result = session.Must(script, SandboxSamples.OtherAccount);

        Assert.NotEmpty(result.AccountsAsked());
        Assert.All(result.AccountsAsked(), account => Assert.Equal(SandboxSamples.OtherAccount, account));
    }

    [Fact]
    public void AccountId_overrides_the_objects_own_account()
    {
        using var session = new Session();

        RunResult result = session.Must("$args[0] | Get-CniLoaName -AccountId $args[1] -Verbose", SandboxSamples.Empty, SandboxSamples.Account);
        RunResult elsewhere = session.Run("Get-CniInterconnect $args[0] | Get-CniInterconnect -AccountId $args[1] -Verbose", SandboxSamples.Empty, SandboxSamples.OtherAccount);

        Assert.Equal([SandboxSamples.Account], result.AccountsAsked());
        Assert.Equal([SandboxSamples.OtherAccount], elsewhere.AccountsAsked());
    }

    [Fact]
    public void A_slot_is_ordered_in_the_account_that_read_it_not_in_its_occupants_account()
    {
        using var session = new Session();
        CniSlot foreign = session.Must("@(Get-CniSlot -Occupied $true | Where-Object Account -ne $args[0])[0]", SandboxSamples.Account).One<CniSlot>();

        RunResult result = session.Run("$args[0] | New-CniInterconnect -Verbose", foreign);

        Assert.NotEqual(SandboxSamples.Account, foreign.Account);
        Assert.Equal(Enumerable.Repeat(SandboxSamples.Account, 3), result.AccountsAsked());
        Assert.Equal(["CniSlotOccupied"], result.ErrorIds);
    }

    [Fact]
    public void Objects_keep_their_account_when_another_connection_is_the_default()
    {
        using var session = new Session();

        RunResult result = session.Must(
            """
            $cni = @(Get-Cni)[0]
            $null = Connect-Cni -Sandbox -AccountId $args[0]
            Get-CniSettings -Verbose
            $cni | Get-Cni -Verbose
            """,
            SandboxSamples.OtherAccount);

        Assert.Equal([SandboxSamples.OtherAccount, SandboxSamples.Account], result.AccountsAsked());
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    public void An_account_ID_that_would_change_the_address_ends_the_command(string accountId)
    {
        using var session = new Session();

        RunResult result = session.Run("'a', 'b' | Get-CniInterconnect -AccountId $args[0] -Verbose", accountId);

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Empty(result.AccountsAsked());
    }
}
