using System;

namespace CloudflareCni.Sandbox.World;

/// <summary>A CNI: the body that reads answer, and what the world looks it up by.</summary>
/// <param name="Sequence">When it came.</param>
/// <param name="Id">Its ID.</param>
/// <param name="Interconnect">The name of the interconnect that hosts it.</param>
/// <param name="ConduitName">The name that no other CNI of the account has.</param>
/// <param name="Link">The prefix of the point-to-point link.</param>
/// <param name="BgpMode">The API's <c>bgp_mode</c>.</param>
/// <param name="Json">The whole body.</param>
internal sealed record CniObject(int Sequence, Guid Id, string Interconnect, string ConduitName, Ipv4Prefix Link, string BgpMode, string Json) : IRegistered
{
    public string Key => KeyOf(Id);

    public static string KeyOf(Guid id) => id.ToString("D");
}
