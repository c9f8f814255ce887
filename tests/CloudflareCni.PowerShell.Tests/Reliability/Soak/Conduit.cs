using System;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>The properties of a CNI that the soak test checks.</summary>
internal sealed record Conduit(Guid Id, string Interconnect, string Name, string Description, int Mtu, long? Asn, string CustIp, string P2pIp)
{
    public static Conduit Of(Cni cni) => new(
        cni.Id, cni.Interconnect, cni.Magic.ConduitName, cni.Magic.Description, cni.Magic.Mtu, cni.Bgp?.CustomerAsn, cni.CustIp, cni.P2pIp);
}
