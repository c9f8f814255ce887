namespace CloudflareCni.Sandbox.Access;

/// <summary>An account as <c>/accounts</c> lists it.</summary>
internal sealed record AccountInfo(string Id, string Name);
