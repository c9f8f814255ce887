namespace CloudflareCni;

/// <summary>What holds for the Magic side of links.</summary>
public static class MagicRules
{
    /// <summary>Determines whether a failure to read the Magic side means that the account has none.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns><c>true</c> if the API refused access or doesn't know the path; otherwise, <c>false</c>.</returns>
    /// <remarks>An account without Magic Transit and Magic WAN answers 403 or 404. Its links work all the same.</remarks>
    public static bool IsWithoutMagic(CniException failure) => failure.Kind is CniErrorKind.AccessDenied or CniErrorKind.NotFound;
}
