using System;
using System.Linq;
using CloudflareCni.Tests.Clock;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Connects sessions to servers of a test's own.</summary>
internal static class SessionConnections
{
    /// <summary>What Connect-Cni is given unless a test is about retries.</summary>
    public const string NoRetries = "-MaximumRetryCount 0";

    /// <summary>A session whose default connection leads to a server.</summary>
    public static Session Connect(this ScriptedServer server, string token = "practice", int timeoutSec = 3600, string options = NoRetries) =>
        Connect(server.BaseUri, token, timeoutSec, options);

    /// <summary>A session whose default connection leads to an address.</summary>
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

    /// <summary>Gives the default connection of a session a clock on which nobody waits.</summary>
    /// <param name="session">The session.</param>
    /// <param name="timeoutSec">The connection's timeout, which ends an attempt only when the test says so.</param>
    /// <param name="holdsWaits">Whether waits don't end by themselves.</param>
    public static TestClock UseClock(this Session session, int timeoutSec = 3600, bool holdsWaits = false)
    {
        var clock = new TestClock(TimeSpan.FromSeconds(timeoutSec), holdsWaits);
        ConnectionClock.Set(session.Must("Get-CniConnection").Output.Single().BaseObject, clock);
        return clock;
    }

    /// <summary>Runs a script whose first terminating error ends it, and is told apart from the others.</summary>
    public static RunResult RunToFirstEnd(this Session session, string script, params object?[] arguments) =>
        session.Run($"try {{ {script} }} catch {{ throw }}", arguments);
}
