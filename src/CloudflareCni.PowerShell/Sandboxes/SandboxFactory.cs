using System;
using System.IO;
using CloudflareCni.Sandbox;

namespace CloudflareCni.PowerShell.Sandboxes;

/// <summary>Creates sandboxes. Nothing else refers to the sandbox's assembly, so the assembly is loaded only when it is needed.</summary>
internal static class SandboxFactory
{
    /// <summary>Creates a sandbox in this process.</summary>
    /// <param name="statePath">The path of the state file, or <see langword="null"/> to keep the state only in memory.</param>
    /// <param name="configurationPath">The path of the configuration file that it starts as a copy of, or <see langword="null"/>.</param>
    /// <exception cref="CniException">A file can't be read.</exception>
    public static SandboxWorld Create(string? statePath, string? configurationPath = null)
    {
        CniSandbox sandbox = Create(new CniSandboxOptions { StatePath = statePath, ConfigurationPath = configurationPath });
        return new SandboxWorld(sandbox.CreateHandler(), sandbox.AccountId, CniSandbox.DefaultToken);
    }

    /// <summary>Starts a sandbox that listens on loopback.</summary>
    /// <exception cref="CniException">The port is in use, or the state file can't be read.</exception>
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
