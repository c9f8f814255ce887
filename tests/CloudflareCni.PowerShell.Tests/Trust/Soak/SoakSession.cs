using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit.Sdk;

namespace CloudflareCni.PowerShell.Tests.Trust.Soak;

/// <summary>A runspace that is connected through the proxy, and looks at the sandbox's state without taking a fault for an answer.</summary>
internal sealed class SoakSession : IDisposable
{
    // None of these says what is there and what is not.
    private static readonly string[] Passing = ["CniConnectionFailed", "CniTimeout", "CniServerError", "CniRateLimited", "CniInvalidResponse"];

    private readonly Session _session = new(connectSandbox: false);
    private readonly FaultLane _lane;

    /// <summary>Connects.</summary>
    /// <param name="proxy">Through whom.</param>
    /// <param name="token">The credential, by which the proxy knows the runspace.</param>
    /// <param name="retries">How often a command's requests are tried again.</param>
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
    /// <param name="posts">How many POST requests it may send at most.</param>
    /// <param name="script">The command.</param>
    /// <param name="arguments">What it finds in <c>$args</c>.</param>
    /// <returns>What came of it.</returns>
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

    /// <summary>Looks what is there, on a connection that tries often: for as long as only faults answer.</summary>
    /// <param name="script">A command that reads.</param>
    /// <param name="arguments">What it finds in <c>$args</c>.</param>
    /// <returns>What it found: nothing, too, when the server says that it is not there.</returns>
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
