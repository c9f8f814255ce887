namespace CloudflareCni.PowerShell.Tests.Requests;

/// <summary>A row of the table of requests in docs/performance.md.</summary>
/// <param name="Cmdlet">The cmdlet.</param>
/// <param name="Use">A description of the task, for the user.</param>
/// <param name="Script">The script whose requests are counted, in a session that <see cref="RequestTable.Preparation"/> has prepared.</param>
internal sealed record RequestRow(string Cmdlet, string Use, string Script)
{
    /// <summary>Gets the number of slots of the sandbox, or <see langword="null"/> for the default.</summary>
    public int? SlotCount { get; init; }

    /// <summary>Gets the number of requests to wait for, if some are sent in the background.</summary>
    public int InBackground { get; init; }
}
