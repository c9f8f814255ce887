using System;
using System.IO;
using CloudflareCni.PowerShell.Tests.Conventions;
using Mono.Cecil;

namespace CloudflareCni.PowerShell.Tests.Desktop;

/// <summary>The RestSharp of another module: a copy with a different version, in its own folder until it's disposed.</summary>
internal sealed class OtherRestSharp : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cni-tests-");

    public OtherRestSharp(Version version)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(ModuleBuild.Of(ModuleBuild.Core).Get("RestSharp").MainModule.FileName);
        assembly.Name.Version = version;
        Path = System.IO.Path.Combine(_folder.FullName, "RestSharp.dll");
        assembly.Write(Path);
    }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
