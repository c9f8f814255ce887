using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using CloudflareCni.PowerShell.Tests.Engine;
using Mono.Cecil;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>The assemblies of a runtime, by name.</summary>
internal sealed class ReferencePath
{
    private readonly Dictionary<string, (string Path, Version Version)> _files;

    private ReferencePath(params string[] folders) => _files = folders
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
        .Select(path => (Path: path, Name: NameOf(path)))
        .Where(file => file.Name is not null)
        .GroupBy(file => file.Name!.Name!)
        .ToDictionary(group => group.Key, group => (group.First().Path, group.First().Name!.Version!));

    /// <summary>.NET 8, the oldest runtime of PowerShell 7.4.</summary>
    public static ReferencePath Net8 { get; } = new(BuiltModule.Metadata("Net8References"));

    /// <summary>.NET Framework 4.7.2, with the facades for .NET Standard.</summary>
    public static ReferencePath Framework { get; } =
        new(BuiltModule.Metadata("FrameworkReferences"), Path.Combine(BuiltModule.Metadata("FrameworkReferences"), "Facades"));

    /// <summary>Gets the file of the runtime that a reference resolves to, or null if there isn't one or only an older version.</summary>
    public string? Find(AssemblyNameReference reference) =>
        _files.TryGetValue(reference.Name, out (string Path, Version Version) file) && file.Version >= reference.Version ? file.Path : null;

    private static AssemblyName? NameOf(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path);
        }
        catch (BadImageFormatException)
        {
            // Native, such as System.EnterpriseServices.Wrapper.
            return null;
        }
    }
}
