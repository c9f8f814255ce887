using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Conventions;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Desktop;

/// <summary>The cmdlets of the Windows PowerShell build, with its own loader, in the engine of the tests.</summary>
[Trait("Tier", "Slow")]
public class DesktopBuildTests
{
    private static readonly ModuleBuild Build = ModuleBuild.Of(ModuleBuild.Desktop);

    [Fact(Timeout = 900_000)]
    public async Task Its_cmdlets_work()
    {
        const string Script = """
            Import-Module $args[0]
            $null = Connect-Cni -Sandbox
            $free = @(Get-CniSlot -PageSize 10 | Where-Object Occupied -eq $false)[0]
            $interconnect = New-CniInterconnect -Slot $free.Id
            "slot $($interconnect.SlotId -eq $free.Id)"
            $cni = New-Cni -Interconnect $interconnect.Name -ConduitName desktop -Mtu 1500
            $null = Set-Cni $cni.Id -Mtu 1476
            "mtu $((Get-Cni -Id $cni.Id).Magic.Mtu)"
            "state $(($interconnect | Get-CniInterconnectStatus).State)"
            Remove-Cni $cni.Id -Force
            Remove-CniInterconnect $interconnect.Name -Force
            try { Get-CniInterconnect $interconnect.Name } catch { $_.FullyQualifiedErrorId }
            foreach ($name in 'CloudflareCni', 'CloudflareCni.Client', 'CloudflareCni.Sandbox', 'RestSharp') {
                [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq $name } | ForEach-Object Location
            }
            """;
        IReadOnlyList<string> lines = await ShellProcess.RunEngineScriptAsync(Script, TestContext.Current.CancellationToken, Build.Cmdlets.MainModule.FileName);
        Assert.Equal(
            [
                "slot True",
                "mtu 1476",
                "state Pending",
                "CniNotFound,CloudflareCni.PowerShell.Commands.GetCniInterconnectCommand",
                Path.Combine(Build.Root, "CloudflareCni.dll"),
                Path.Combine(Build.Dependencies, "CloudflareCni.Client.dll"),
                Path.Combine(Build.Dependencies, "CloudflareCni.Sandbox.dll"),
                Path.Combine(Build.Dependencies, "RestSharp.dll"),
            ],
            lines);
    }
}
