using System.Reflection;
using System.Runtime.Loader;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>A context of the module's own, so that its RestSharp and the session's never meet.</summary>
internal sealed class DependencyLoadContext : AssemblyLoadContext
{
    private static readonly Assembly Domain = typeof(CniSlot).Assembly;

    public DependencyLoadContext()
        : base("CloudflareCni.PowerShell")
    {
    }

    /// <summary>Loads one of the module's files.</summary>
    /// <param name="name">The simple name of the assembly.</param>
    /// <returns>The assembly; <c>null</c> if its file is missing or damaged.</returns>
    public Assembly? LoadDependency(string name) => DependencyFiles.Find(name) is { } path ? LoadFromAssemblyPath(path) : null;

    // What is one of the module's files comes from there or fails: left to another context, a missing one would be asked for here again, endlessly,
    // or would be some other version that the session has.
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == Domain.GetName().Name ? Domain
        : DependencyFiles.Contains(assemblyName.Name) ? LoadFromAssemblyPath(DependencyFiles.Require(assemblyName.Name!))
        : null;
}
