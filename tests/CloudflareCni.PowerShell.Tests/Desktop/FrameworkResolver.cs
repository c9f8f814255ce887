using System.Collections.Generic;
using System.IO;
using CloudflareCni.PowerShell.Tests.Conventions;
using CloudflareCni.PowerShell.Tests.Engine;
using Mono.Cecil;

namespace CloudflareCni.PowerShell.Tests.Desktop;

/// <summary>Finds assemblies like Windows PowerShell: first in the framework, then in the engine, then in the module's folder by name.</summary>
internal sealed class FrameworkResolver(string moduleFolder) : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> _read = [];

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        string path = Find(name) ?? throw new AssemblyResolutionException(name);
        if (!_read.TryGetValue(path, out AssemblyDefinition? assembly))
        {
            assembly = Read(path);
            _read.Add(path, assembly);
        }

        return assembly;
    }

    /// <summary>Reads an assembly and resolves its references with this resolver.</summary>
    public AssemblyDefinition Read(string path) => AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this });

    public void Dispose()
    {
        foreach (AssemblyDefinition assembly in _read.Values)
        {
            assembly.Dispose();
        }
    }

    private string? Find(AssemblyNameReference name) =>
        ReferencePath.Framework.Find(name)
        ?? (name.Name == ModuleBuild.Engine ? BuiltModule.Metadata("WindowsPowerShellReference") : null)
        ?? Existing(Path.Combine(moduleFolder, name.Name + ".dll"))
        ?? Existing(Path.Combine(moduleFolder, "Dependencies", name.Name + ".dll"));

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
