using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>
/// The module's folder, used as PowerShell uses it: the cmdlets' own loader answers for the module's assemblies. This program stands where the cmdlets
/// stand, so it finds the three assemblies that it names by itself, and nothing else.
/// </summary>
internal sealed class ModuleFolder
{
    private static readonly Dictionary<string, string> Named = new()
    {
        ["CloudflareCni"] = "CloudflareCni.dll",
        ["CloudflareCni.Client"] = "Dependencies/CloudflareCni.Client.dll",
        ["CloudflareCni.Sandbox"] = "Dependencies/CloudflareCni.Sandbox.dll",
    };

    private ModuleFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Loads from a folder from now on.</summary>
    /// <param name="path">The folder with CloudflareCni.PowerShell.dll.</param>
    public static ModuleFolder Use(string path)
    {
        var folder = new ModuleFolder(path);
        AppDomain.CurrentDomain.AssemblyResolve += folder.Resolve;

        // The engine's initializer needs the engine; the loader that it calls does not.
        Assembly cmdlets = Assembly.LoadFrom(System.IO.Path.Combine(path, "CloudflareCni.PowerShell.dll"));
        cmdlets.GetType("CloudflareCni.PowerShell.Loading.DependencyLoader", throwOnError: true)
            .GetMethod("Install", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Invoke(null, null);
        return folder;
    }

    /// <summary>The assemblies of the process that came from files.</summary>
    public static IEnumerable<Assembly> FromFiles() => AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic);

    /// <summary>Those of them that came from the folder or from below it.</summary>
    public IEnumerable<Assembly> Loaded() => FromFiles().Where(assembly => assembly.Location.StartsWith(Path, StringComparison.Ordinal));

    private Assembly? Resolve(object? sender, ResolveEventArgs request) =>
        request.RequestingAssembly == typeof(ModuleFolder).Assembly && Named.TryGetValue(new AssemblyName(request.Name).Name, out string? file)
            ? Assembly.LoadFrom(System.IO.Path.Combine(Path, file))
            : null;
}
