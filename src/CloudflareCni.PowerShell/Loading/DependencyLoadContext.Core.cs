using System.Reflection;
using System.Runtime.Loader;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Loads the module's dependencies in a private context, so that the module's RestSharp and the session's don't conflict.</summary>
internal sealed class DependencyLoadContext : AssemblyLoadContext
{
    private static readonly Assembly Domain = typeof(CniSlot).Assembly;

    public DependencyLoadContext()
        : base("CloudflareCni.PowerShell")
    {
    }

    /// <summary>Loads one of the module's files.</summary>
    /// <param name="name">The simple name of the assembly.</param>
    /// <returns>The assembly, or <see langword="null"/> if its file is missing or damaged.</returns>
    public Assembly? LoadDependency(string name) => DependencyFiles.Find(name) is { } path ? LoadFromAssemblyPath(path) : null;

    // A file of the module is loaded from the module or not at all. If another context looked for a missing file, it would ask this context again, in an
    // endless loop, or it would load another version that the session has.
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == Domain.GetName().Name ? Domain
        : DependencyFiles.Contains(assemblyName.Name) ? LoadFromAssemblyPath(DependencyFiles.Require(assemblyName.Name!))
        : null;
}
