using System.IO;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Where the build left the module, and where the repository is.</summary>
internal static class BuiltModule
{
    public static string Manifest { get; } = Path.GetFullPath(Metadata("ModulePath"));

    public static string Root { get; } = Path.GetDirectoryName(Manifest)!;

    public static string Repository { get; } = Path.GetFullPath(Metadata("RepositoryRoot"));

    /// <summary>What the build wrote into this assembly under a key, such as a path.</summary>
    public static string Metadata(string key) =>
        typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
