using Xunit;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Tests that set the module's clock. It belongs to the process, so that none runs beside another test.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ModuleClockCollection
{
    public const string Name = "Module clock";
}
