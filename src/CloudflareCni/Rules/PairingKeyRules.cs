namespace CloudflareCni;

/// <summary>Checks the pairing key of a GCP VLAN attachment. The key is opaque: Google Cloud creates it, and Cloudflare reads it.</summary>
public static class PairingKeyRules
{
    /// <summary>Checks a pairing key.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="key">The key.</param>
    /// <returns>The key.</returns>
    /// <exception cref="CniArgumentException">The key is blank or contains a control character. The message doesn't repeat the key.</exception>
    public static string Check(string parameterName, string? key) => TextRules.Check(parameterName, key, "pairing key", isConfidential: true);
}
