using System;
using System.Linq;
using CloudflareCni.Tests.Clock;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Connects sessions to the servers of a test.</summary>
internal static class SessionConnections
{
    /// <summary>The default options for Connect-Cni, without retries.</summary>
    public const string NoRetries = "-MaximumRetryCount 0";

    /// <summary>Creates a session whose default connection is to a server.</summary>
    public static Session Connect(this ScriptedServer server, string token = "practice", int timeoutSec = 3600, string options = NoRetries) =>
        Connect(server.BaseUri, token, timeoutSec, options);

    /// <summary>Creates a session whose default connection is to an address.</summary>
    public static Session Connect(string baseUri, string token = "practice", int timeoutSec = 3600, string options = NoRetries)
    {
        var session = new Session(connectSandbox: false);
        session.Must(
            $"$null = Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId $args[2] -TimeoutSec $args[3] {options}",
            baseUri,
            Secret.Of(token),
            Samples.AccountId,
            timeoutSec);
        return session;
    }

    /// <summary>Replaces the clock of a session's default connection with one on which waits end immediately.</summary>
    /// <param name="session">The session.</param>
    /// <param name="timeoutSec">The timeout of the connection. It ends an attempt only when the test advances the clock.</param>
    /// <param name="holdsWaits"><c>true</c> if waits don't end by themselves; otherwise, <c>false</c>.</param>
    public static TestClock UseClock(this Session session, int timeoutSec = 3600, bool holdsWaits = false)
    {
        var clock = new TestClock(TimeSpan.FromSeconds(timeoutSec), holdsWaits);
        ConnectionClock.Set(session.Must("Get-CniConnection").Output.Single().BaseObject, clock);
        return clock;
    }

    /// <summary>Runs a script that ends at its first terminating error, and keeps that error separate from the others.</summary>
    public static RunResult RunToFirstEnd(this Session session, string script, params object?[] arguments) =>
        session.Run($"try {{ {script} }} catch {{ throw }}", arguments);
}
