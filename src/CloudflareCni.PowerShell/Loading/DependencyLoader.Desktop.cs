using System;
using System.IO;
using System.Reflection;
using System.Threading;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Answers the module's own assemblies, and nobody else's, from the Dependencies folder.</summary>
internal static class DependencyLoader
{
    private static readonly string Root = Path.GetDirectoryName(typeof(DependencyLoader).Assembly.Location)! + Path.DirectorySeparatorChar;
    private static int Installed;

    /// <summary>Hooks into the application domain, once a process however many runspaces import the module.</summary>
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

        // .NET Framework binds by exact version; the folder holds the one version that all of ours were published with.
        string name = new AssemblyName(request.Name).Name;
        return DependencyFiles.Contains(name) && DependencyFiles.Find(name) is { } path ? Assembly.LoadFrom(path) : null;
    }

    private static bool IsOurs(Assembly? assembly) =>
        assembly is { IsDynamic: false } && assembly.Location.StartsWith(Root, StringComparison.OrdinalIgnoreCase);
}
