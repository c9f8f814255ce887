namespace CloudflareCni;

/// <summary>What the pairing key of a GCP VLAN attachment may be. It is opaque: Google Cloud gives it, Cloudflare reads it.</summary>
public static class PairingKeyRules
{
    /// <summary>Checks a pairing key.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="key">The key.</param>
    /// <returns>The key.</returns>
    /// <exception cref="CniArgumentException">It is blank or has a control character. The message does not repeat the key.</exception>
    public static string Check(string parameterName, string? key) => TextRules.Check(parameterName, key, "pairing key", isConfidential: true);
}
