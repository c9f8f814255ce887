using System.Net;
using System.Security;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>The way from what a user types to what a header needs.</summary>
internal static class Secrets
{
    /// <summary>The text of a SecureString. White space around it comes from copying and never belongs to a credential of Cloudflare's.</summary>
    public static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password.Trim();
}
