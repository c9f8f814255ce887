using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit.Sdk;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>A runspace that is connected through the proxy. It reads the state of the sandbox and repeats requests that fail because of a fault.</summary>
internal sealed class SoakSession : IDisposable
{
    // These errors don't show whether an object exists.
    private static readonly string[] Passing = ["CniConnectionFailed", "CniTimeout", "CniServerError", "CniRateLimited", "CniInvalidResponse"];

    private readonly Session _session = new(connectSandbox: false);
    private readonly FaultLane _lane;

    /// <summary>Connects.</summary>
    /// <param name="proxy">The proxy.</param>
    /// <param name="token">The credential, which identifies the runspace to the proxy.</param>
    /// <param name="retries">The number of retries for the requests of a command.</param>
    public SoakSession(FaultyProxy proxy, string token, int retries)
    {
        _lane = proxy.LaneOf(token);
        RunResult connections = _session.Must(
            """
            $to = @{ BaseUri = $args[0]; ApiToken = $args[1]; AccountId = $args[2] }
            Connect-Cni @to -MaximumRetryCount $args[3]
            ($sure = Connect-Cni @to -MaximumRetryCount 10 -NoDefault)
            """,
            proxy.BaseUri,
            Secret.Of(token),
            SandboxSamples.Account,
            retries);
        foreach (object connection in connections.As<object>())
        {
            ConnectionClock.Set(connection, _lane.Clock);
        }
    }

    public SoakTally Tally { get; } = new();

    public static bool IsPassing(string errorId) => Passing.Contains(errorId);

    /// <summary>Runs a command.</summary>
    /// <param name="posts">The maximum number of POST requests.</param>
    /// <param name="script">The command.</param>
    /// <param name="arguments">The arguments in <c>$args</c>.</param>
    /// <returns>The result.</returns>
    public RunResult Run(int posts, string script, params object?[] arguments)
    {
        int before = _lane.Posts;
        RunResult result = _session.Run(script, arguments);
        Demand(_lane.Posts - before <= posts, result, $"{_lane.Posts - before} POST requests");
        foreach (string id in result.ErrorIds)
        {
            Tally.Errors[id] = Tally.Errors.GetValueOrDefault(id) + 1;
        }

        return result;
    }

    /// <summary>Reads the state, on a connection with many retries, and repeats the read while it fails because of faults.</summary>
    /// <param name="script">A command that reads.</param>
    /// <param name="arguments">The arguments in <c>$args</c>.</param>
    /// <returns>The objects, or nothing if the server reports that the object doesn't exist.</returns>
    public IReadOnlyList<T> Look<T>(string script, params object?[] arguments)
    {
        for (int i = 0; i < 50; i++)
        {
            RunResult result = _session.Run("$PSDefaultParameterValues['Get-Cni*:Connection'] = $sure; try { " + script + " } finally { $PSDefaultParameterValues.Clear() }", arguments);
            if (!result.ErrorIds.Any(IsPassing))
            {
                Demand(result.ErrorIds.All(id => id == "CniNotFound"), result, "looking must not fail");
                return result.As<T>();
            }
        }

        throw new XunitException($"50 times nothing but faults: {script}");
    }

    public static void Demand(bool holds, RunResult result, string otherwise)
    {
        if (!holds)
        {
            throw new XunitException(
                $"{otherwise}. Output: {string.Join(", ", result.Output)}. Errors: {string.Join(", ", result.AllErrors.Select(error => $"{error.FullyQualifiedErrorId}: {error}"))}. "
                + $"Warnings: {string.Join(" ", result.Warnings)}");
        }
    }

    public void Dispose() => _session.Dispose();
}
