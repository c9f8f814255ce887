using System;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Gives the module's clients another clock for a while. It belongs to the process: see <see cref="ModuleClockCollection"/>.</summary>
internal sealed class ModuleClock : IDisposable
{
    private readonly PropertyInfo _clock;
    private readonly object? _before;

    /// <summary>Sets the clock.</summary>
    /// <param name="clock">The clock of the clients that are made from now on.</param>
    public ModuleClock(TimeProvider clock)
    {
        // The module is there once it was imported.
        new Session(connectSandbox: false).Dispose();
        _clock = AppDomain.CurrentDomain.GetAssemblies()
            .Single(assembly => assembly.GetName().Name == "CloudflareCni.PowerShell" && assembly.Location.StartsWith(BuiltModule.Root, StringComparison.Ordinal))
            .GetType("CloudflareCni.PowerShell.Connections.ClientFactory", throwOnError: true)!
            .GetProperty("Clock", BindingFlags.Static | BindingFlags.NonPublic)!;
        _before = _clock.GetValue(null);
        _clock.SetValue(null, clock);
    }

    public void Dispose() => _clock.SetValue(null, _before);
}
