using System;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Objects that the sandbox always contains.</summary>
internal static class SandboxSamples
{
    public const string Account = "5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20";
    public const string OtherAccount = "0123456789abcdef0123456789abcdef";

    /// <summary>A physical interconnect without CNIs.</summary>
    public const string Empty = "gru06-sp3-7";

    /// <summary>A physical interconnect that carries the CNI core-primary.</summary>
    public const string Carrying = "dfw07-da1-1";

    /// <summary>A GCP partner interconnect that carries the CNI gcp-production.</summary>
    public const string Gcp = "gcp-us-east4-8";

    /// <summary>An ID that doesn't exist.</summary>
    public static readonly Guid Unknown = new("11111111-1111-4111-8111-111111111111");

    /// <summary>Gets the CNI with a conduit name.</summary>
    /// <param name="session">A session that is connected to a sandbox.</param>
    /// <param name="conduitName">The conduit's name.</param>
    /// <returns>The current CNI.</returns>
    public static Cni CniNamed(this Session session, string conduitName) =>
        session.Must("Get-Cni | Where-Object ConduitName -eq $args[0]", conduitName).One<Cni>();

    /// <summary>Gets some free slots.</summary>
    /// <param name="session">A session that is connected to a sandbox.</param>
    /// <param name="count">The number of objects.</param>
    /// <returns>The slots.</returns>
    public static CniSlot[] FreeSlots(this Session session, int count) =>
        [.. session.Must("@(Get-CniSlot -Occupied $false)[0..($args[0] - 1)]", count).As<CniSlot>()];
}
