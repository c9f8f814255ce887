using Xunit;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Tests that set environment variables. The environment belongs to the process, so no other test runs at the same time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "Environment";
}
