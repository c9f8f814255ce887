using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using CloudflareCni.PowerShell.Tests.Engine;

namespace CloudflareCni.PowerShell.Tests.Packages;

/// <summary>A package from the build, read without unpacking it.</summary>
internal static class ModulePackage
{
    public const string Name = "CloudflareCni.PowerShell";

    /// <summary>For the PowerShell Gallery.</summary>
    public static string Nupkg { get; } = Path.GetFullPath(BuiltModule.Metadata("ModulePackage"));

    /// <summary>For Azure Automation.</summary>
    public static string Zip { get; } = Path.GetFullPath(BuiltModule.Metadata("ModuleZip"));

    /// <summary>The module that the packages were created from.</summary>
    public static string Module { get; } = Path.GetDirectoryName(Path.GetFullPath(BuiltModule.Metadata("ModulePath")))!;

    /// <summary>The files of the module that belong in a package, with their names in the package.</summary>
    public static IReadOnlyDictionary<string, byte[]> ModuleFiles() =>
        Directory.EnumerateFiles(Module, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) != ".pdb")
            .ToDictionary(path => Path.GetRelativePath(Module, path).Replace('\\', '/'), File.ReadAllBytes);

    /// <summary>The entries of a package, in order.</summary>
    public static IReadOnlyList<(string Name, byte[] Content, DateTime Time)> Read(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return archive.Entries.Select(entry => (entry.FullName, Content(entry), entry.LastWriteTime.DateTime)).ToList();
    }

    /// <summary>The fields of a nupkg's nuspec.</summary>
    public static IReadOnlyDictionary<string, string> Nuspec(string package)
    {
        using var stream = new MemoryStream(Read(package).Single(entry => entry.Name == $"{Name}.nuspec").Content);
        return XDocument.Load(stream).Root!.Elements().Single().Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
    }

    /// <summary>Unpacks a package like an installation does.</summary>
    /// <returns>The path of the manifest.</returns>
    public static string Unpack(string package, TemporaryFolder folder)
    {
        ZipFile.ExtractToDirectory(package, package == Nupkg ? folder.At(Name) : folder.Path);
        return Path.Combine(folder.At(Name), $"{Name}.psd1");
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using Stream source = entry.Open();
        using var content = new MemoryStream();
        source.CopyTo(content);
        return content.ToArray();
    }
}
