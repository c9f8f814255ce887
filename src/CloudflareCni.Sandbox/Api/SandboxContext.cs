using System;
using CloudflareCni.Sandbox.State;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>Represents what a sandbox provides to its operations.</summary>
/// <param name="GetWorld">Gets the world of an account ID.</param>
/// <param name="Clock">The clock.</param>
/// <param name="ReadyAfter">The time for which a new interconnect is Pending.</param>
/// <param name="State">The file that keeps the state, or <see langword="null"/> if there is none.</param>
internal sealed record SandboxContext(Func<string, AccountWorld> GetWorld, TimeProvider Clock, TimeSpan ReadyAfter, StateFile? State);
