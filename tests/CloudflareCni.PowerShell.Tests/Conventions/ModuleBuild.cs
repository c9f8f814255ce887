using System.Collections.Generic;
using System.IO;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Mono.Cecil;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>One of the two builds in the module's folder, read without loading it.</summary>
internal sealed class ModuleBuild
{
    public const string Core = "net8.0";
    public const string Desktop = "netstandard2.0";
    public const string Engine = "System.Management.Automation";

    private static readonly Dictionary<string, ModuleBuild> Builds = new()
    {
        [Core] = new ModuleBuild(Core, ReferencePath.Net8),
        [Desktop] = new ModuleBuild(Desktop, ReferencePath.Framework),
    };

    private ModuleBuild(string name, ReferencePath runtime)
    {
        Root = Path.Combine(BuiltModule.Root, name);
        Dependencies = Path.Combine(Root, "Dependencies");
        Runtime = runtime;
        Beside = Read(Root);
        Private = Read(Dependencies);
    }

    /// <summary>The folder of the build.</summary>
    public string Root { get; }

    /// <summary>The folder of the assemblies that the session must not see.</summary>
    public string Dependencies { get; }

    /// <summary>The runtime of the build.</summary>
    public ReferencePath Runtime { get; }

    /// <summary>The assemblies that the session sees.</summary>
    public IReadOnlyList<AssemblyDefinition> Beside { get; }

    /// <summary>The assemblies in the Dependencies folder.</summary>
    public IReadOnlyList<AssemblyDefinition> Private { get; }

    public IEnumerable<AssemblyDefinition> All => Beside.Concat(Private);

    public AssemblyDefinition Cmdlets => Get("CloudflareCni.PowerShell");

    /// <summary>Every cmdlet class, with its attribute.</summary>
    public IEnumerable<CmdletClass> CmdletClasses => Cmdlets.MainModule.Types.Select(CmdletClass.Read).OfType<CmdletClass>();

    public static ModuleBuild Of(string name) => Builds[name];

    public AssemblyDefinition Get(string name) => All.Single(assembly => assembly.Name.Name == name);

    /// <summary>The names of the assemblies that an assembly refers to.</summary>
    public static IEnumerable<string> References(AssemblyDefinition assembly) => assembly.MainModule.AssemblyReferences.Select(reference => reference.Name);

    /// <summary>Determines whether an assembly belongs to the project.</summary>
    public static bool IsOurs(AssemblyDefinition assembly) => assembly.Name.Name.Split('.')[0] == "CloudflareCni";

    private static List<AssemblyDefinition> Read(string folder) => Directory.EnumerateFiles(folder, "*.dll").Order().Select(AssemblyDefinition.ReadAssembly).ToList();
}
