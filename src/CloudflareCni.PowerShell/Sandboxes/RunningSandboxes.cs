using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;

namespace CloudflareCni.PowerShell.Sandboxes;

/// <summary>Keeps the running sandboxes and the runspaces that started them.</summary>
internal static class RunningSandboxes
{
    private static readonly Dictionary<RunningSandbox, Guid> Running = [];

    public static void Add(RunningSandbox sandbox)
    {
        lock (Running)
        {
            Running.Add(sandbox, Runspace.DefaultRunspace.InstanceId);
        }
    }

    /// <summary>Finds the sandbox that listens on a port.</summary>
    public static RunningSandbox? Find(int port)
    {
        lock (Running)
        {
            return Running.Keys.FirstOrDefault(sandbox => sandbox.Port == port);
        }
    }

    public static void Stop(RunningSandbox sandbox)
    {
        lock (Running)
        {
            Running.Remove(sandbox);
        }

        sandbox.Stop();
    }

    /// <summary>Stops the sandboxes that this runspace started, but not those of other runspaces.</summary>
    public static void StopForRunspace()
    {
        List<RunningSandbox> mine;
        lock (Running)
        {
            mine = Running.Where(entry => entry.Value == Runspace.DefaultRunspace.InstanceId).Select(entry => entry.Key).ToList();
        }

        mine.ForEach(Stop);
    }
}
