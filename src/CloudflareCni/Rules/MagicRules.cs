namespace CloudflareCni;

/// <summary>Contains rules for the Magic side of links.</summary>
public static class MagicRules
{
    /// <summary>Determines whether an exception means that the account doesn't have a Magic side.</summary>
    /// <param name="failure">The exception that occurred when the Magic side was read.</param>
    /// <returns><see langword="true"/> if the API denied access or doesn't know the path; otherwise, <see langword="false"/>.</returns>
    /// <remarks>For an account without Magic Transit and Magic WAN, the API responds with 403 or 404. The account's links work nevertheless.</remarks>
    public static bool IsWithoutMagic(CniException failure) => failure.Kind is CniErrorKind.AccessDenied or CniErrorKind.NotFound;
}
