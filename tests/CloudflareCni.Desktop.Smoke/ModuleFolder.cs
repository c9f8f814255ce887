using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>
/// The folder of the module, used like in PowerShell: the loader of the cmdlets resolves the module's assemblies. This program replaces the cmdlets, so it
/// only resolves the three assemblies that it refers to.
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

    /// <summary>Starts to load assemblies from a folder.</summary>
    /// <param name="path">The folder with CloudflareCni.PowerShell.dll.</param>
    public static ModuleFolder Use(string path)
    {
        var folder = new ModuleFolder(path);
        AppDomain.CurrentDomain.AssemblyResolve += folder.Resolve;

        // The module initializer needs the engine, but the loader that it calls doesn't.
        Assembly cmdlets = Assembly.LoadFrom(System.IO.Path.Combine(path, "CloudflareCni.PowerShell.dll"));
        cmdlets.GetType("CloudflareCni.PowerShell.Loading.DependencyLoader", throwOnError: true)
            .GetMethod("Install", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Invoke(null, null);
        return folder;
    }

    /// <summary>Gets the assemblies of the process that were loaded from files.</summary>
    public static IEnumerable<Assembly> FromFiles() => AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic);

    /// <summary>Gets those that were loaded from the folder or its subfolders.</summary>
    public IEnumerable<Assembly> Loaded() => FromFiles().Where(assembly => assembly.Location.StartsWith(Path, StringComparison.Ordinal));

    private Assembly? Resolve(object? sender, ResolveEventArgs request) =>
        request.RequestingAssembly == typeof(ModuleFolder).Assembly && Named.TryGetValue(new AssemblyName(request.Name).Name, out string? file)
            ? Assembly.LoadFrom(System.IO.Path.Combine(Path, file))
            : null;
}
