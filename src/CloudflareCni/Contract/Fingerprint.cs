using System;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareCni;

/// <summary>Turns what may hold a secret into a text that can be kept and compared.</summary>
internal static class Fingerprint
{
    /// <summary>Creates the hash of several texts.</summary>
    /// <param name="parts">The texts, none of which may contain a null character.</param>
    /// <returns>The SHA-256 hash in lower-case hexadecimal digits.</returns>
    public static string Of(params string[] parts)
    {
        using var hash = SHA256.Create();
        return BitConverter.ToString(hash.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\0", parts)))).Replace("-", "").ToLowerInvariant();
    }
}
