using Xunit;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Tests that need the environment as they set it. It belongs to the process, so that none runs beside another test.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "Environment";
}
