namespace CloudflareCni.PowerShell.Connections;

/// <summary>Describes whether a credential can read one kind of resource.</summary>
public sealed class CniAccess
{
    internal CniAccess(string? reason) => Reason = reason;

    /// <summary>Gets a value that indicates whether the resources can be read.</summary>
    public bool IsAllowed => Reason is null;

    /// <summary>Gets the reason why the resources can't be read, or <see langword="null"/> if they can.</summary>
    public string? Reason { get; }

    /// <summary>Returns whether the resources can be read, with the reason if they can't.</summary>
    /// <returns>The text, in one line.</returns>
    public override string ToString() => Reason is null ? "readable" : $"not readable: {Reason}";
}
