namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Connects sessions to servers of a test's own.</summary>
internal static class SessionConnections
{
    /// <summary>A session whose default connection leads to a server.</summary>
    public static Session Connect(this ScriptedServer server, string token = "practice", int timeoutSec = 3600) => Connect(server.BaseUri, token, timeoutSec);

    /// <summary>A session whose default connection leads to an address.</summary>
    public static Session Connect(string baseUri, string token = "practice", int timeoutSec = 3600)
    {
        var session = new Session(connectSandbox: false);
        session.Must(
            "$null = Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId $args[2] -TimeoutSec $args[3]",
            baseUri,
            Secret.Of(token),
            Samples.AccountId,
            timeoutSec);
        return session;
    }

    /// <summary>Runs a script whose first terminating error ends it, and is told apart from the others.</summary>
    public static RunResult RunToFirstEnd(this Session session, string script, params object?[] arguments) =>
        session.Run($"try {{ {script} }} catch {{ throw }}", arguments);
}
