using System;
using System.IO;
using System.Reflection;
using System.Threading;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Resolves assemblies from the Dependencies folder, only for requests from the module's own assemblies.</summary>
internal static class DependencyLoader
{
    private static readonly string Root = Path.GetDirectoryName(typeof(DependencyLoader).Assembly.Location)! + Path.DirectorySeparatorChar;
    private static int Installed;

    /// <summary>Adds a handler to the application domain, once per process, even if several runspaces import the module.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref Installed, 1) == 0)
        {
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        }
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        if (!IsOurs(request.RequestingAssembly))
        {
            return null;
        }

        // .NET Framework binds by exact version. The folder contains the one version that all assemblies of the module were published with.
        string name = new AssemblyName(request.Name).Name;
        return DependencyFiles.Contains(name) && DependencyFiles.Find(name) is { } path ? Assembly.LoadFrom(path) : null;
    }

    private static bool IsOurs(Assembly? assembly) =>
        assembly is { IsDynamic: false } && assembly.Location.StartsWith(Root, StringComparison.OrdinalIgnoreCase);
}
