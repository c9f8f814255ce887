using System;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Resolves the two private assemblies that the cmdlets use, and no others.</summary>
internal static class DependencyLoader
{
    private static readonly Lazy<DependencyLoadContext> Context = new(() => new DependencyLoadContext());
    private static int Installed;

    /// <summary>Adds a handler to the default context, once per process, even if several runspaces import the module.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref Installed, 1) == 0)
        {
            AssemblyLoadContext.Default.Resolving += Resolve;
        }
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is "CloudflareCni.Client" or "CloudflareCni.Sandbox" ? Context.Value.LoadDependency(name.Name) : null;
}
