using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>Represents the health checks with which Cloudflare tests whether a link carries traffic.</summary>
public sealed class CniMagicHealthCheck : CniModel
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniMagicHealthCheck> Table = new(static () => new CniMagicHealthCheck(), isLenient: true)
    {
        { "enabled", check => check.Enabled, (check, value) => check.Enabled = value },
        { "rate", check => check.Rate, (check, value) => check.Rate = value, FieldRules.Shared },
        { "type", check => check.Type, (check, value) => check.Type = value, FieldRules.Shared },
        { "direction", check => check.Direction, (check, value) => check.Direction = value, FieldRules.Shared },
        { "target", check => check.Target, (check, value) => check.Target = value },
        { "source", check => check.Source, (check, value) => check.Source = value },
    };

    internal CniMagicHealthCheck()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniMagicHealthCheck"/> class from the fields of the API.</summary>
    /// <param name="enabled"><see langword="true"/> if health checks are sent; otherwise, <see langword="false"/>.</param>
    /// <param name="rate">The rate: <c>low</c>, <c>mid</c> or <c>high</c>.</param>
    /// <param name="type">The ICMP message: <c>reply</c> or <c>request</c>.</param>
    /// <param name="direction">The direction: <c>unidirectional</c> or <c>bidirectional</c>.</param>
    /// <param name="target">The destination of the health checks.</param>
    /// <param name="source">The source of the health checks.</param>
    /// <param name="additionalProperties">The fields that this version doesn't know, or <see langword="null"/> for none.</param>
    public CniMagicHealthCheck(
        bool? enabled,
        string? rate = null,
        string? type = null,
        string? direction = null,
        CniMagicTarget? target = null,
        string? source = null,
        IReadOnlyDictionary<string, object?>? additionalProperties = null)
        : base(additionalProperties)
    {
        Enabled = enabled;
        Rate = rate;
        Type = type;
        Direction = direction;
        Target = target;
        Source = source;
    }

    /// <summary>Gets a value indicating whether health checks are sent, or <see langword="null"/> if the API doesn't show it.</summary>
    public bool? Enabled { get; internal set; }

    /// <summary>Gets the rate of the health checks: <c>low</c>, <c>mid</c> or <c>high</c>, or another value from the API, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Rate { get; internal set; }

    /// <summary>Gets the ICMP message: <c>reply</c> or <c>request</c>, or another value from the API, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Type { get; internal set; }

    /// <summary>Gets the direction: <c>unidirectional</c> or <c>bidirectional</c>, or another value from the API, or <see langword="null"/> if the API doesn't show it.</summary>
    public string? Direction { get; internal set; }

    /// <summary>Gets the destination of the health checks, or <see langword="null"/> if the API doesn't show it.</summary>
    public CniMagicTarget? Target { get; internal set; }

    /// <summary>Gets the source of the health checks, or <see langword="null"/> if the API doesn't show it. Only dataplane 1.5 has a source.</summary>
    public string? Source { get; internal set; }

    internal override FieldTable Schema => Table;

    /// <summary>Returns whether health checks are sent, and how.</summary>
    /// <returns>One line, for views and CSV, such as <c>on (mid, reply, unidirectional, to 10.0.0.1)</c>.</returns>
    public override string ToString()
    {
        string target = Target?.ToString() ?? "";
        string[] details = [.. new[] { Rate, Type, Direction, target.Length > 0 ? $"to {target}" : null }.Where(one => !string.IsNullOrEmpty(one))!];
        string state = Enabled switch { true => "on", false => "off", null => "unknown" };
        return details.Length == 0 ? state : $"{state} ({string.Join(", ", details)})";
    }
}
