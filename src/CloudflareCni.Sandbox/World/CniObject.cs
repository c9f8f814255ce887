using System;

namespace CloudflareCni.Sandbox.World;

/// <summary>A CNI: the body that the API returns, and the values that the sandbox searches by.</summary>
/// <param name="Sequence">The place in the order of creation.</param>
/// <param name="Id">The ID.</param>
/// <param name="Interconnect">The name of the interconnect that hosts the CNI.</param>
/// <param name="ConduitName">The name, unique in the account.</param>
/// <param name="Link">The prefix of the point-to-point link.</param>
/// <param name="BgpMode">The API's <c>bgp_mode</c>.</param>
/// <param name="Json">The whole body.</param>
internal sealed record CniObject(int Sequence, Guid Id, string Interconnect, string ConduitName, Ipv4Prefix Link, string BgpMode, string Json) : ISequenced
{
    public string Key => KeyOf(Id);

    /// <summary>Gets the time when a user created the CNI, or <see langword="null"/> for a seeded one.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>Gets the time when a user last changed the CNI, or <see langword="null"/> if it wasn't changed.</summary>
    public DateTimeOffset? ModifiedOn { get; init; }

    public static string KeyOf(Guid id) => id.ToString("D");
}
