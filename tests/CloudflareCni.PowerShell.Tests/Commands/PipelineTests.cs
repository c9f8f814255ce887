using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class PipelineTests
{
    [Fact]
    public void Pipelines_create_and_remove_a_CNI_on_a_free_slot()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        CniSlot slot = session.FreeSlots(1)[0];

        Cni made = session.Must(
            "$args[0] | New-CniInterconnect | New-Cni -ConduitName lab1 -Mtu 1500 -CustomerAsn 65536 | Set-Cni -Mtu 1476 -PassThru", slot).One<Cni>();
        Assert.Equal(1476, made.Magic.Mtu);
        Assert.Equal(65536, made.Bgp!.CustomerAsn);

        CniInterconnect interconnect = session.Must("Get-CniInterconnect $args[0]", made.Interconnect).One<CniInterconnect>();
        Assert.Equal(slot.Id, interconnect.SlotId);
        Assert.Equal(made.Id, session.Must("Get-CniSlot $args[0] | Get-Cni", slot.Id).One<Cni>().Id);
        Assert.Equal(made.Interconnect, session.Must("$args[0] | Get-CniInterconnectStatus", interconnect).One<CniInterconnectStatus>().Interconnect);
        session.Must("$args[0] | Save-CniLoa -Path $args[1]", interconnect, folder.Path);
        Assert.Equal([$"{made.Interconnect}.pdf"], folder.Files);

        session.Must("$args[0] | Get-Cni | Remove-Cni -Force; $args[0] | Remove-CniInterconnect -Force", interconnect);
        Assert.False(session.Must("$args[0] | Get-CniSlot", slot).One<CniSlot>().Occupied);
        Assert.Equal(8, session.Must("Get-Cni").Output.Count);
        Assert.Equal(9, session.Must("Get-CniInterconnect").Output.Count);
    }

    [Fact]
    public void A_pairing_key_works_in_a_pipeline()
    {
        using var session = new Session();

        Cni cni = session.Must(
            "New-CniInterconnect -PairingKey 7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1 -Bandwidth 1G | New-Cni -ConduitName cloud -Mtu 1460").One<Cni>();
        session.Must("Get-CniInterconnect $args[0] | Remove-CniInterconnect -IncludeCni -Force", cni.Interconnect);

        Assert.Equal(9, session.Must("Get-CniInterconnect").Output.Count);
        Assert.Equal(8, session.Must("Get-Cni").Output.Count);
    }

    [Fact]
    public void One_line_removes_everything_in_an_account()
    {
        using var session = new Session();

        session.Must("Get-CniInterconnect | Remove-CniInterconnect -IncludeCni -Force");

        Assert.Empty(session.Must("Get-CniInterconnect; Get-Cni").Output);
        Assert.DoesNotContain(SandboxSamples.Account, session.Must("Get-CniSlot").As<CniSlot>().Select(slot => slot.Account));
    }

    [Fact]
    public void Two_sandboxes_are_independent()
    {
        using var session = new Session();
        session.Must("Get-Cni | Remove-Cni -Force");
        session.Must("$null = Connect-Cni -Sandbox");

        Assert.Equal(8, session.Must("Get-Cni").Output.Count);
    }
}
