using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Where the build left the module, and where the repository is.</summary>
internal static class BuiltModule
{
    // An unpacked package to test in place of the module that was built beside the tests.
    private static readonly string? PackagePath = Environment.GetEnvironmentVariable("CNI_MODULE_PATH");

    /// <summary>Whether the module comes from a package, which has no symbols.</summary>
    public static bool IsPackage => !string.IsNullOrEmpty(PackagePath);

    public static string Manifest { get; } = Path.GetFullPath(IsPackage ? Path.Combine(PackagePath!, "CloudflareCni.PowerShell.psd1") : Metadata("ModulePath"));

    public static string Root { get; } = Path.GetDirectoryName(Manifest)!;

    public static string Repository { get; } = Path.GetFullPath(Metadata("RepositoryRoot"));

    /// <summary>What the build wrote into this assembly under a key, such as a path.</summary>
    public static string Metadata(string key) =>
        typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
