using System;
using CloudflareCni.Sandbox.State;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>What operations work on.</summary>
internal sealed record Universe(Func<string, AccountWorld> WorldOf, TimeProvider Clock, TimeSpan ReadyAfter, StateFile? State);
