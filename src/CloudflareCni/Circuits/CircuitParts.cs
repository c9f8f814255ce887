using System.Collections.Generic;

namespace CloudflareCni.Circuits;

/// <summary>The lists of one account that circuits are joined from.</summary>
/// <param name="Interconnects">The interconnects.</param>
/// <param name="Slots">The slots, or <see langword="null"/> if they couldn't be read.</param>
/// <param name="Cnis">The CNIs, or <see langword="null"/> if they couldn't be read.</param>
/// <param name="Magic">The Magic interconnects, or <see langword="null"/> if they couldn't be read.</param>
/// <param name="Routes">The static routes of the Magic table, or <see langword="null"/> if they couldn't be read.</param>
public sealed record CircuitParts(
    IReadOnlyList<CniInterconnect> Interconnects,
    IReadOnlyList<CniSlot>? Slots = null,
    IReadOnlyList<Cni>? Cnis = null,
    IReadOnlyList<CniMagicInterconnect>? Magic = null,
    IReadOnlyList<CniMagicRoute>? Routes = null);
