using System.Management.Automation;
using System.Net;
using System.Security;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Makes what the hosted engine lacks the commands for.</summary>
internal static class Secret
{
    public static SecureString Of(string text) => new NetworkCredential("", text).SecurePassword;

    public static PSCredential Credential(string userName, string password) => new(userName, Of(password));
}
