using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The state of an interconnect at one moment.</summary>
public sealed class CniInterconnectStatus : CniResource
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
    internal static readonly FieldTable<CniInterconnectStatus> Table = new(static () => new CniInterconnectStatus())
    {
        { "state", status => status.State, (status, value) => status.State = value, FieldRules.Required | FieldRules.NotNull },
        { "reason", status => status.Reason, (status, value) => status.Reason = value },
    };

    internal CniInterconnectStatus()
    {
    }

    /// <summary>Makes a status from the fields of the API.</summary>
    /// <param name="interconnect">The interconnect's name.</param>
    /// <param name="state">The API's state text.</param>
    /// <param name="reason">Why, when the API says so.</param>
    /// <param name="checkedAt">When the answer came.</param>
    /// <param name="origin">Where the status was read; null when made by hand.</param>
    /// <param name="additionalProperties">Fields that this version does not know; null for none.</param>
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

    /// <summary>The interconnect's name.</summary>
    public string Interconnect { get; internal set; } = "";

    /// <summary><c>Pending</c>, <c>Down</c>, <c>Unhealthy</c> or <c>Healthy</c>; any text of the API's is accepted.</summary>
    public string State { get; internal set; } = "";

    /// <summary>Why the link is down or unhealthy; null when the API gives no reason.</summary>
    public string? Reason { get; internal set; }

    /// <summary>When the answer came, in local time.</summary>
    public DateTime CheckedAt { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>The state, and the reason behind it when there is one.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => Reason is null ? State : $"{State}: {Reason}";
}
