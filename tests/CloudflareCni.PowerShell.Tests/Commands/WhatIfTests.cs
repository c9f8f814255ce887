using System;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>-WhatIf shows every field that would be sent, and doesn't show keys.</summary>
public sealed class WhatIfTests
{
    private const string Key = "b4f1c2d3-0000-4000-8000-00000000cafe/us-east4/2";

    [Theory]
    [InlineData(
        "New-Cni dfw07-da1-1 -ConduitName lab1 -Mtu 1476 -Description 'a lab' -CustomerAsn 65010 -ExtraPrefix 10.0.0.0/8, 192.0.2.0/24 -Md5Key s3cretkey -WarningAction Ignore",
        "Create CNI lab1 on interconnect dfw07-da1-1: Interconnect: dfw07-da1-1, ConduitName: lab1, Mtu: 1476, Description: a lab, CustomerAsn: 65010, ExtraPrefix: 10.0.0.0/8, 192.0.2.0/24, Md5Key: (a key)")]
    [InlineData("New-Cni dfw07-da1-1 -ConduitName lab1 -Mtu 1500", "Create CNI lab1 on interconnect dfw07-da1-1: Interconnect: dfw07-da1-1, ConduitName: lab1, Mtu: 1500\n")]
    [InlineData("New-CniInterconnect -PairingKey " + Key + " -Bandwidth 1g", "Order a GCP partner interconnect of 1G: PairingKey: (a key), Bandwidth: 1G, Type: gcp_partner")]
    [InlineData("Set-CniSettings 64999", "Change the CNI settings of account 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20: DefaultAsn: 13335 -> 64999")]
    [InlineData("Remove-CniInterconnect gru06-sp3-7", "Remove interconnect gru06-sp3-7\n")]
    [InlineData("Save-CniLoa dfw07-da1-1 -Path x.pdf -CustomerName ACME", "x.pdf, with CustomerName: ACME")]
    public void WhatIf_shows_every_field(string command, string expected)
    {
        using var session = new Session();

        string screen = session.Must(command + " -WhatIf").Screen.ReplaceLineEndings("\n");

        Assert.Contains("What if: ", screen, StringComparison.Ordinal);
        Assert.Contains(expected, screen, StringComparison.Ordinal);
        Assert.DoesNotContain(Key[..8], screen, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cretkey", screen, StringComparison.Ordinal);
    }
}
