using System;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Replaces the clock of a connection's client. The module doesn't have such a setting, because users always use the system clock.</summary>
internal static class ConnectionClock
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>Replaces the client with one that has a different clock, and replaces the clock for waits.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="clock">The clock for timeouts and waits.</param>
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
