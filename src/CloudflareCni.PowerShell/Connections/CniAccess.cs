namespace CloudflareCni.PowerShell.Connections;

/// <summary>Whether a credential may read one kind of resource, and why not.</summary>
public sealed class CniAccess
{
    internal CniAccess(string? reason) => Reason = reason;

    /// <summary>Whether it may be read.</summary>
    public bool IsAllowed => Reason is null;

    /// <summary>Why not; null when it may.</summary>
    public string? Reason { get; }

    /// <summary>Whether it may be read, and why not.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => Reason is null ? "may be read" : $"no: {Reason}";
}
