using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>The paths of the built module and of the repository.</summary>
internal static class BuiltModule
{
    // An unpacked package to test instead of the module that was built with the tests.
    private static readonly string? PackagePath = Environment.GetEnvironmentVariable("CNI_MODULE_PATH");

    /// <summary>Gets a value that indicates whether the module comes from a package, which doesn't have symbols.</summary>
    public static bool IsPackage => !string.IsNullOrEmpty(PackagePath);

    public static string Manifest { get; } = Path.GetFullPath(IsPackage ? Path.Combine(PackagePath!, "CloudflareCni.PowerShell.psd1") : Metadata("ModulePath"));

    public static string Root { get; } = Path.GetDirectoryName(Manifest)!;

    public static string Repository { get; } = Path.GetFullPath(Metadata("RepositoryRoot"));

    /// <summary>Gets a value, such as a path, that the build wrote to this assembly.</summary>
    public static string Metadata(string key) =>
        typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
