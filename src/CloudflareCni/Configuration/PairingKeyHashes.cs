using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareCni.Configuration;

/// <summary>The hash of a pairing key: it says which key is meant, and nothing can be read back from it.</summary>
internal static class PairingKeyHashes
{
    private const int Length = 64;

    /// <summary>Gets the hash: SHA-256 of the key in UTF-8, as hexadecimal digits in lower case.</summary>
    public static string Of(string key)
    {
        using var hash = SHA256.Create();
        return string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(key)).Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Checks a hash.</summary>
    /// <returns>The hash in lower case.</returns>
    /// <exception cref="CniArgumentException">It isn't a hash. The message doesn't repeat it, since it may be the key.</exception>
    public static string Check(string parameterName, string? text)
    {
        bool isHash = text is { Length: Length } && text.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));
        return isHash
            ? text!.ToLowerInvariant()
            : throw new CniArgumentException(parameterName, $"{parameterName} isn't a SHA-256 hash, which has {Length} hexadecimal digits. If you use the key with -PairingKey, Import-CniConfiguration shows its hash.");
    }
}
