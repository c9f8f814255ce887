using System;
using System.IO;
using CloudflareCni.Sandbox;

namespace CloudflareCni.PowerShell.Sandboxes;

/// <summary>The only place that names the sandbox: until it is called, the sandbox's assembly is not loaded.</summary>
internal static class SandboxFactory
{
    /// <summary>A fresh sandbox in this process.</summary>
    /// <param name="statePath">The file that keeps its state; null for none.</param>
    /// <exception cref="CniException">The file is broken.</exception>
    public static SandboxWorld Create(string? statePath)
    {
        CniSandbox sandbox = Create(new CniSandboxOptions { StatePath = statePath });
        return new SandboxWorld(sandbox.CreateHandler(), CniSandbox.DefaultAccountId, CniSandbox.DefaultToken);
    }

    /// <summary>A sandbox that listens on loopback.</summary>
    /// <exception cref="CniException">The port is taken, or the file is broken.</exception>
    public static RunningSandbox Start(int port, int? slotCount, string? statePath, int? readyAfterSec)
    {
        var options = new CniSandboxOptions { StatePath = statePath };
        options.SlotCount = slotCount ?? options.SlotCount;
        options.ReadyAfter = readyAfterSec is { } seconds ? TimeSpan.FromSeconds(seconds) : options.ReadyAfter;
        CniSandboxServer server = Listen(Create(options), port);
        return new RunningSandbox(server.BaseUri, server.Port, server);
    }

    private static CniSandbox Create(CniSandboxOptions options)
    {
        try
        {
            return new CniSandbox(options);
        }
        catch (InvalidDataException e)
        {
            throw new CniException(CniErrorKind.FileFailed, e.Message, e);
        }
    }

    private static CniSandboxServer Listen(CniSandbox sandbox, int port)
    {
        try
        {
            return CniSandboxServer.Start(sandbox, port);
        }
        catch (InvalidOperationException e)
        {
            throw new CniException(CniErrorKind.InvalidArgument, e.Message, e);
        }
    }
}
