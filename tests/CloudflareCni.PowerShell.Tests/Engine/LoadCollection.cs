using Xunit;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Tests that use the whole machine, so no other test runs at the same time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LoadCollection
{
    public const string Name = "Load";
}
