using System;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Gives a connection's client another clock. The module has no such setting: a user's clock is the machine's.</summary>
internal static class ConnectionClock
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>Replaces the client by one that is the same but for its clock, and the clock of waits.</summary>
    /// <param name="connection">What Connect-Cni wrote.</param>
    /// <param name="clock">The clock of timeouts and waits.</param>
    public static void Set(object connection, TimeProvider clock)
    {
        object client = connection.GetType().GetProperty("Client", Hidden)!.GetValue(connection)!;
        object transport = client.GetType().GetField("_transport", Hidden)!.GetValue(client)!;
        object options = transport.GetType().GetFields(Hidden).Single(field => field.FieldType == typeof(CniClientOptions)).GetValue(transport)!;
        connection.GetType().GetField("_client", Hidden)!.SetValue(connection, Activator.CreateInstance(client.GetType(), options, null, clock, null));
        Type waits = client.GetType().Assembly.GetType("CloudflareCni.Client.CniClock")!;
        connection.GetType().GetField("_clock", Hidden)!.SetValue(connection, Activator.CreateInstance(waits, clock));
    }
}
