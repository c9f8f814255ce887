using System.Net;
using System.Security;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Reads secrets as they're sent in a header.</summary>
internal static class Secrets
{
    /// <summary>Gets the text of a SecureString. Leading and trailing white space is removed: it comes from copying and is never part of a Cloudflare credential.</summary>
    public static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password.Trim();
}
