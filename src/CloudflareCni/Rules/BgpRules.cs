namespace CloudflareCni;

/// <summary>Describes the limits of BGP over CNI.</summary>
public static class BgpRules
{
    /// <summary>The warning for a user who sets up a BGP session. Source: Cloudflare's documentation, October 2026.</summary>
    public const string ClosedBeta =
        "BGP over CNI is a closed beta on dataplane v2 and isn't open to new customers, so Cloudflare may refuse or ignore it. A CNI without BGP uses static routes.";
}
