using System.Collections.Generic;

namespace CloudflareCni.Circuits;

/// <summary>What circuits are made of: the lists of one account, each as it was read.</summary>
/// <param name="Interconnects">The interconnects.</param>
/// <param name="Slots">The slots; <c>null</c> if they couldn't be read.</param>
/// <param name="Cnis">The CNIs; <c>null</c> if they couldn't be read.</param>
/// <param name="Magic">The Magic interconnects; <c>null</c> if they couldn't be read.</param>
/// <param name="Routes">The static routes of the Magic table; <c>null</c> if they couldn't be read.</param>
public sealed record CircuitParts(
    IReadOnlyList<CniInterconnect> Interconnects,
    IReadOnlyList<CniSlot>? Slots = null,
    IReadOnlyList<Cni>? Cnis = null,
    IReadOnlyList<CniMagicInterconnect>? Magic = null,
    IReadOnlyList<CniMagicRoute>? Routes = null);
