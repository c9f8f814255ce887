using System.Collections.Generic;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Conventions;
using Mono.Cecil;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Desktop;

/// <summary>
/// Windows PowerShell 5.1 runs only on Windows. This test looks for each type, method and field that its build refers to in .NET Framework 4.7.2,
/// in Windows PowerShell's reference assembly and in the module's folder.
/// </summary>
public class FrameworkReferenceTests
{
    public static TheoryData<string> Assemblies => new(ModuleBuild.Of(ModuleBuild.Desktop).All.Select(assembly => assembly.Name.Name));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Everything_that_the_Desktop_build_refers_to_exists(string assembly) => Assert.Empty(Missing(ModuleBuild.Desktop, assembly));

    [Fact]
    public void A_missing_member_is_found()
    {
        List<string> missing = Missing(ModuleBuild.Core, "CloudflareCni.Client");
        Assert.Contains("System.Runtime.CompilerServices.NullableAttribute", missing);
        Assert.Contains(missing, member => member.Contains("ReadAsStreamAsync(System.Threading.CancellationToken)") || member.Contains("System.MemoryExtensions"));
    }

    private static List<string> Missing(string build, string assembly)
    {
        ModuleBuild module = ModuleBuild.Of(build);
        using var resolver = new FrameworkResolver(module.Root);
        using AssemblyDefinition read = resolver.Read(module.Get(assembly).MainModule.FileName);
        ModuleDefinition names = read.MainModule;
        return names.GetTypeReferences().Where(type => !IsThere(type)).Select(type => type.FullName)
            .Concat(names.GetMemberReferences().Where(member => !IsThere(member)).Select(member => member.FullName))
            .ToList();
    }

    private static bool IsThere(MemberReference member)
    {
        try
        {
            // The runtime provides the methods of arrays.
            return member.DeclaringType is ArrayType || member.Resolve() is not null;
        }
        catch (AssemblyResolutionException)
        {
            return false;
        }
    }
}
