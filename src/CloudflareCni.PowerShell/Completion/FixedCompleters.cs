using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>Completes the bandwidths that the API accepts.</summary>
public sealed class BandwidthCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) =>
        Bandwidths.All.Select(bandwidth => new CompletionCandidate(bandwidth, $"{bandwidth}bit/s"));
}

/// <summary>Completes the BGP modes that the API documentation lists.</summary>
public sealed class BgpModeCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) => BgpModeRules.Known.Select(mode => new CompletionCandidate(mode));
}

/// <summary>Completes typical MTUs.</summary>
public sealed class MtuCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) =>
        MtuRules.Usual.Select(usual => new CompletionCandidate(Format(usual.Key), usual.Value, $"{Format(usual.Key)}  {usual.Value}"));

    private static string Format(int mtu) => mtu.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Completes the states of interconnects.</summary>
public sealed class StateCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) =>
        InterconnectStates.Known.Select(state => new CompletionCandidate(state.Key, state.Value));
}

/// <summary>Completes the types of interconnects.</summary>
public sealed class InterconnectTypeCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) =>
    [
        new(CniPhysicalInterconnectCreation.DefaultType, "fiber to a slot at Cloudflare"),
        new(CniGcpPartnerInterconnectCreation.DefaultType, "Google Cloud VLAN attachment"),
    ];
}
