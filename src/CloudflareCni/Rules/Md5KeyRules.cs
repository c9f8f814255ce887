namespace CloudflareCni;

/// <summary>What the MD5 key of a BGP session may be.</summary>
public static class Md5KeyRules
{
    private const int MaxPortable = 80;

    /// <summary>Checks a key.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="key">The key.</param>
    /// <returns>The key.</returns>
    /// <exception cref="CniArgumentException">
    /// It is empty, or has a character other than U+0020 to U+007E, or <c>"</c> or <c>?</c>. The message does not repeat the key.
    /// </exception>
    public static string Check(string parameterName, string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw new CniArgumentException(parameterName, "The MD5 key is empty: give at least one character.");
        }

        for (int i = 0; i < key!.Length; i++)
        {
            if (key[i] is < ' ' or > '~' or '"' or '?')
            {
                throw new CniArgumentException(
                    parameterName,
                    $"The MD5 key has the character {Shown.Character(key, i)} at position {Shown.Number(i + 1)}: "
                    + "only U+0020 to U+007E are allowed, without the quotation mark (\") and the question mark (?).");
            }
        }

        return key;
    }

    /// <summary>What to tell the user about a key that was checked.</summary>
    /// <param name="key">The key. The warning doesn't repeat it.</param>
    /// <returns>A warning when the key has more than 80 characters; otherwise, <c>null</c>.</returns>
    public static string? Warn(string key) => key.Length <= MaxPortable
        ? null
        : $"The MD5 key has {Shown.Number(key.Length)} characters, and many routers (Linux, FRR, Equinix) accept at most 80: the session may not come up.";
}
