namespace CloudflareCni.Circuits;

/// <summary>Represents the Magic side of a circuit.</summary>
/// <param name="Magic">The Magic interconnect.</param>
/// <param name="Match">The property that identified it.</param>
internal sealed record MagicSide(CniMagicInterconnect Magic, CniMagicMatch Match);
