namespace CloudflareCni;

/// <summary>Checks the MD5 key of a BGP session.</summary>
public static class Md5KeyRules
{
    private const int MaxPortable = 80;

    /// <summary>Checks a key.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="key">The key.</param>
    /// <returns>The key.</returns>
    /// <exception cref="CniArgumentException">
    /// The key is empty, or contains <c>"</c>, <c>?</c> or a character other than U+0020 to U+007E. The message doesn't repeat the key.
    /// </exception>
    public static string Check(string parameterName, string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw new CniArgumentException(parameterName, "The MD5 key is empty. Use at least one character.");
        }

        for (int i = 0; i < key!.Length; i++)
        {
            if (key[i] is < ' ' or > '~' or '"' or '?')
            {
                throw new CniArgumentException(
                    parameterName,
                    $"The MD5 key has the character {DisplayText.Character(key, i)} at position {DisplayText.Number(i + 1)}. "
                    + "Only U+0020 to U+007E are allowed, except the quotation mark (\") and the question mark (?).");
            }
        }

        return key;
    }

    /// <summary>Returns a warning about a valid key.</summary>
    /// <param name="key">The key. The warning doesn't repeat it.</param>
    /// <returns>A warning if the key has more than 80 characters; otherwise, <c>null</c>.</returns>
    public static string? Warn(string key) => key.Length <= MaxPortable
        ? null
        : $"The MD5 key has {DisplayText.Number(key.Length)} characters, but many routers (Linux, FRR, Equinix) accept at most 80. The session may not come up.";
}
