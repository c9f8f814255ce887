using System;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Lets the cmdlets find their two private assemblies, and nobody else.</summary>
internal static class DependencyLoader
{
    private static readonly Lazy<DependencyLoadContext> Context = new(() => new DependencyLoadContext());
    private static int Installed;

    /// <summary>Hooks into the default context, once a process however many runspaces import the module.</summary>
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
