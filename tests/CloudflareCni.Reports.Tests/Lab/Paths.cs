using System.IO;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.Reports.Tests.Lab;

/// <summary>Contains the paths of folders.</summary>
internal static class Paths
{
    /// <summary>Gets the folder of the scripts that run in Node, and of the list of their packages.</summary>
    public static string Web { get; } = Path.Combine(Metadata("RepositoryRoot"), "tests", "CloudflareCni.Reports.Tests", "Web");

    /// <summary>Gets the folder that the packages are installed into.</summary>
    public static string Installed { get; } = Path.Combine(Metadata("Artifacts"), "web");

    /// <summary>Gets the folder of pages and their screenshots.</summary>
    public static string Pages { get; } = Directory.CreateDirectory(Path.Combine(Metadata("Artifacts"), "reports")).FullName;

    private static string Metadata(string key) =>
        Path.GetFullPath(typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!);
}
