namespace CloudflareCni.Sandbox.World;

/// <summary>The API's four states.</summary>
internal enum InterconnectState
{
    Pending,
    Down,
    Unhealthy,
    Healthy,
}
