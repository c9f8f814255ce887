using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>Gives pairing keys to the interconnects of a configuration that name their hashes.</summary>
internal static class ConfigurationKeys
{
    /// <summary>Gives a key to the interconnect with its hash.</summary>
    /// <param name="document">The configuration.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="CniException">No interconnect has the hash. The message names the hash, and not the key.</exception>
    public static void Give(ConfigurationDocument document, string key)
    {
        string hash = PairingKeyHashes.Of(key);
        ConfigurationObject owner = (document.Interconnects ?? []).FirstOrDefault(one => one.PairingKeyHash == hash)
            ?? throw new CniException(
                CniErrorKind.ConfigurationRefused,
                $"Nothing was changed, because no interconnect in the configuration has the hash of a key in -PairingKey. Add \"pairing_key_sha256\": \"{hash}\" to the interconnect that the key is for.");
        owner.PairingKey = key;
    }
}
