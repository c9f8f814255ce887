using System.Management.Automation;
using System.Net;
using System.Security;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Creates SecureStrings and credentials, because the hosted engine doesn't have the commands for them.</summary>
internal static class Secret
{
    public static SecureString Of(string text) => new NetworkCredential("", text).SecurePassword;

    public static PSCredential Credential(string userName, string password) => new(userName, Of(password));
}
