using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using CloudflareCni.Shell.Running;
using Microsoft.PowerShell;

namespace CloudflareCni.Shell;

/// <summary>The runspace that the shell works in.</summary>
internal static class Session
{
    // A function, so that users see it and replace it as in any PowerShell. It asks each time: Connect-Cni may have left the sandbox.
    private const string Prompt = """
        $cniConnection = try { CloudflareCni.PowerShell\Get-CniConnection } catch { }
        if ($cniConnection.IsSandbox) { 'PS CNI sandbox' + '>' * ($NestedPromptLevel + 1) + ' ' } else { 'PS CNI' + '>' * ($NestedPromptLevel + 1) + ' ' }
        """;

    /// <summary>Opens a runspace with the engine's own commands.</summary>
    /// <param name="host">The host.</param>
    /// <returns>The opened runspace.</returns>
    public static Runspace Open(PSHost host)
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Remove("prompt", typeof(SessionStateFunctionEntry));
        state.Commands.Add(new SessionStateFunctionEntry("prompt", Prompt));
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();
        MissingCommands.Explain(runspace);
        return runspace;
    }

    /// <summary>Loads the module.</summary>
    /// <param name="runner">Where to.</param>
    /// <param name="manifest">The manifest's path.</param>
    /// <exception cref="RuntimeException">The module cannot be loaded.</exception>
    public static void ImportModule(PipelineRunner runner, string manifest) =>
        runner.Query(pipeline => pipeline.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", ActionPreference.Stop));

    /// <summary>Makes a fresh sandbox the default connection.</summary>
    /// <param name="runner">Where to.</param>
    /// <exception cref="RuntimeException">The sandbox cannot be made.</exception>
    public static void ConnectSandbox(PipelineRunner runner) =>
        runner.Query(pipeline => pipeline.AddCommand(@"CloudflareCni.PowerShell\Connect-Cni").AddParameter("Sandbox").AddParameter("ErrorAction", ActionPreference.Stop));

    /// <summary>What the session is connected to.</summary>
    /// <param name="runner">Where to look.</param>
    /// <returns>A sentence without any credential.</returns>
    public static string DescribeConnection(PipelineRunner runner)
    {
        try
        {
            if (runner.Query(pipeline => pipeline.AddCommand(@"CloudflareCni.PowerShell\Get-CniConnection")) is not [PSObject connection, ..])
            {
                return "Not connected: the environment names no credential. Set CLOUDFLARE_API_TOKEN, or run Connect-Cni.";
            }

            return connection.Properties["IsSandbox"]?.Value is true
                ? "Connected to a sandbox inside this process: nothing reaches Cloudflare or costs money. It ends with the shell."
                : $"Connected by the environment to {Address(connection)}, account {connection.Properties["AccountId"]?.Value ?? "not looked up yet"}. Changes are real.";
        }
        catch (RuntimeException exception)
        {
            return $"Not connected: {exception.Message}";
        }
    }

    // Whatever an address may carry besides, a user name and password are not shown.
    private static string Address(PSObject connection) =>
        connection.Properties["BaseUri"]?.Value is Uri address ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : "?";
}
