namespace CloudflareCni.Circuits;

/// <summary>A Magic interconnect that belongs to a circuit.</summary>
/// <param name="Magic">The Magic interconnect.</param>
/// <param name="Match">By what it was found.</param>
internal sealed record MagicSide(CniMagicInterconnect Magic, CniMagicMatch Match);
