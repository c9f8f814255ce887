namespace CloudflareCni;

/// <summary>What a user should know about BGP over CNI.</summary>
public static class BgpRules
{
    /// <summary>What to tell the user who asks for a BGP session where there is none. Source: Cloudflare's documentation, October 2026.</summary>
    public const string ClosedBeta =
        "BGP over CNI is a closed beta on dataplane v2 and isn't open to new customers: Cloudflare may refuse or ignore it. A CNI without BGP uses static routes.";
}
