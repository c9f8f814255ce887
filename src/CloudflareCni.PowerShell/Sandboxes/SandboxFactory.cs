using System;
using CloudflareCni.Sandbox;

namespace CloudflareCni.PowerShell.Sandboxes;

/// <summary>The only place that names the sandbox: until it is called, the sandbox's assembly is not loaded.</summary>
internal static class SandboxFactory
{
    /// <summary>A fresh sandbox in this process.</summary>
    /// <param name="statePath">The file that keeps its state; null for none.</param>
    public static SandboxWorld Create(string? statePath)
    {
        var sandbox = new CniSandbox(new CniSandboxOptions { StatePath = statePath });
        return new SandboxWorld(sandbox.CreateHandler(), CniSandbox.DefaultAccountId, CniSandbox.DefaultToken);
    }

    /// <summary>A sandbox that listens on loopback.</summary>
    public static RunningSandbox Start(int port, int? slotCount, string? statePath, int? readyAfterSec)
    {
        var options = new CniSandboxOptions { StatePath = statePath };
        options.SlotCount = slotCount ?? options.SlotCount;
        options.ReadyAfter = readyAfterSec is { } seconds ? TimeSpan.FromSeconds(seconds) : options.ReadyAfter;
        var sandbox = new CniSandbox(options);
        CniSandboxServer server = CniSandboxServer.Start(sandbox, port);
        return new RunningSandbox(server.BaseUri, server.Port, server);
    }
}
