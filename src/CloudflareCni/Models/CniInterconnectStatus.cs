using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The state of an interconnect at one moment.</summary>
public sealed class CniInterconnectStatus : CniResource
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniInterconnectStatus> Table = new(static () => new CniInterconnectStatus())
    {
        { "state", status => status.State, (status, value) => status.State = value, FieldRules.Required | FieldRules.NotNull },
        { "reason", status => status.Reason, (status, value) => status.Reason = value },
    };

    internal CniInterconnectStatus()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniInterconnectStatus"/> class.</summary>
    /// <param name="interconnect">The interconnect's name.</param>
    /// <param name="state">The API's state text.</param>
    /// <param name="reason">The reason for the state, if the API shows one.</param>
    /// <param name="checkedAt">The time of the response.</param>
    /// <param name="origin">The origin of the status, or <see langword="null"/> if it wasn't read from the API.</param>
    /// <param name="additionalProperties">Fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public CniInterconnectStatus(
        string interconnect,
        string state,
        string? reason,
        DateTime checkedAt,
        CniOrigin? origin = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(origin, additionalProperties)
    {
        Interconnect = interconnect;
        State = state;
        Reason = reason;
        CheckedAt = checkedAt;
    }

    /// <summary>Gets the interconnect's name.</summary>
    public string Interconnect { get; internal set; } = "";

    /// <summary>Gets the state: <c>Pending</c>, <c>Down</c>, <c>Unhealthy</c>, <c>Healthy</c> or any other text from the API.</summary>
    public string State { get; internal set; } = "";

    /// <summary>Gets the reason why the link is down or unhealthy, or <see langword="null"/> if the API doesn't show one.</summary>
    public string? Reason { get; internal set; }

    /// <summary>Gets the time of the response, in local time.</summary>
    public DateTime CheckedAt { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns the state, followed by the reason if there is one.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => Reason is null ? State : $"{State}: {Reason}";
}
