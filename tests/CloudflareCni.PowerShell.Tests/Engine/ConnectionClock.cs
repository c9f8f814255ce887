using System;
using System.Reflection;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Gives a connection's client another clock. The module has no such setting: a user's clock is the machine's.</summary>
internal static class ConnectionClock
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>Replaces the client by one that is the same but for its clock, and the clock of waits.</summary>
    /// <param name="connection">What Connect-Cni wrote. No other connection may have the same settings: they would share the options.</param>
    /// <param name="clock">The clock of timeouts and waits.</param>
    public static void Set(object connection, TimeProvider clock)
    {
        object client = connection.GetType().GetProperty("Client", Hidden)!.GetValue(connection)!;
        object options = client.GetType().GetField("_options", Hidden)!.GetValue(client)!;
        options.GetType().GetProperty("TimeProvider")!.SetValue(options, clock);
        connection.GetType().GetField("_client", Hidden)!.SetValue(connection, Activator.CreateInstance(client.GetType(), options));
        Type waits = client.GetType().Assembly.GetType("CloudflareCni.Client.CniClock")!;
        connection.GetType().GetField("_clock", Hidden)!.SetValue(connection, Activator.CreateInstance(waits, clock));
    }
}
