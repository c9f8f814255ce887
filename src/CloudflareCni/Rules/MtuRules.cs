using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>Checks the MTU of a CNI.</summary>
public static class MtuRules
{
    /// <summary>The smallest valid MTU, in bytes: the size that every IPv4 host must accept.</summary>
    public const int Min = 576;

    /// <summary>The largest valid MTU, in bytes: the size of the jumbo frames that routers carry.</summary>
    public const int Max = 9216;

    /// <summary>Gets the MTUs that Cloudflare and Google Cloud document, in bytes, each with its use.</summary>
    public static IReadOnlyList<KeyValuePair<int, string>> Usual { get; } = Array.AsReadOnly(new KeyValuePair<int, string>[]
    {
        new(1500, "dataplane v2, or a VLAN attachment of 1500"),
        new(1476, "dataplane v1, which carries GRE"),
        new(1440, "a VLAN attachment of 1440"),
        new(1460, "a VLAN attachment of 1460"),
        new(8896, "a VLAN attachment with jumbo frames"),
    });

    private static readonly int[] Physical = [1476, 1500];
    private static readonly int[] VlanAttachment = [1440, 1460, 1500, 8896];

    /// <summary>Checks an MTU.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <returns>The MTU.</returns>
    /// <exception cref="CniArgumentException">The MTU is less than 576 or greater than 9216.</exception>
    public static int Check(string parameterName, int mtu) => mtu is >= Min and <= Max
        ? mtu
        : throw new CniArgumentException(
            parameterName, $"The MTU {DisplayText.Number(mtu)} is out of range. Use a value from 576 to 9216; 1476 and 1500 are typical.");

    /// <summary>Returns a warning about a valid MTU.</summary>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <param name="kind">The kind of the interconnect that hosts the CNI; <see cref="CniInterconnectKind.Other"/> if it isn't known.</param>
    /// <returns>A warning, or <see langword="null"/> if there is none.</returns>
    public static string? Warn(int mtu, CniInterconnectKind kind) => kind switch
    {
        CniInterconnectKind.Physical when Array.IndexOf(Physical, mtu) < 0 =>
            $"The MTU {DisplayText.Number(mtu)} is unusual on a physical interconnect. Cloudflare documents 1476 for dataplane v1 (GRE) and 1500 for v2.",
        CniInterconnectKind.GcpPartner when Array.IndexOf(VlanAttachment, mtu) < 0 =>
            $"The MTU {DisplayText.Number(mtu)} isn't one that Google Cloud supports (1440, 1460, 1500, 8896). It must equal the MTU of the VLAN attachment.",
        _ => null,
    };
}
