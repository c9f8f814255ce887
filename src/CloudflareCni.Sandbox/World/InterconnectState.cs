namespace CloudflareCni.Sandbox.World;

/// <summary>The API's states of an interconnect.</summary>
internal enum InterconnectState
{
    Pending,
    Down,
    Unhealthy,
    Healthy,
}
