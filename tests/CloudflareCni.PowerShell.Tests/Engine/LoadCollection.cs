using Xunit;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Tests that keep the whole machine busy, so that none runs beside another test.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LoadCollection
{
    public const string Name = "Load";
}
