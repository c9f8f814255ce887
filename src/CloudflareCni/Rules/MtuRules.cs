using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>What the MTU of a CNI may be.</summary>
public static class MtuRules
{
    /// <summary>The smallest MTU that is sent, in bytes: what every IPv4 host must take.</summary>
    public const int Min = 576;

    /// <summary>The largest MTU that is sent, in bytes: jumbo frames as routers carry them.</summary>
    public const int Max = 9216;

    /// <summary>The MTUs that Cloudflare and Google Cloud document, in bytes, each with where it belongs.</summary>
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
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <returns>The MTU.</returns>
    /// <exception cref="CniArgumentException">It is less than 576 or more than 9216.</exception>
    public static int Check(string parameterName, int mtu) => mtu is >= Min and <= Max
        ? mtu
        : throw new CniArgumentException(
            parameterName, $"An MTU of {Shown.Number(mtu)} bytes can't be right: give 576 to 9216, usually 1476 or 1500.");

    /// <summary>What to tell the user about an MTU that was checked.</summary>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <param name="kind">The interconnect that the CNI is on; <see cref="CniInterconnectKind.Other"/> when it is not known.</param>
    /// <returns>A warning; null for none.</returns>
    public static string? Warn(int mtu, CniInterconnectKind kind) => kind switch
    {
        CniInterconnectKind.Physical when Array.IndexOf(Physical, mtu) < 0 =>
            $"An MTU of {Shown.Number(mtu)} is unusual on a physical interconnect: Cloudflare documents 1476 for dataplane v1 (GRE) and 1500 for v2.",
        CniInterconnectKind.GcpPartner when Array.IndexOf(VlanAttachment, mtu) < 0 =>
            $"An MTU of {Shown.Number(mtu)} is none of Google Cloud's (1440, 1460, 1500, 8896): it must equal that of the VLAN attachment.",
        _ => null,
    };
}
