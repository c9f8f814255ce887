using System.IO;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>The locations of the assemblies after all other checks.</summary>
internal static class LoadingChecks
{
    private static readonly string[] Private = ["CloudflareCni.Client", "CloudflareCni.Sandbox", "RestSharp", "System.Text.Json", "Microsoft.Bcl.TimeProvider"];

    public static void Run(Report report, ModuleFolder folder, Assembly other)
    {
        report.Check("client, sandbox and packages came from the Dependencies folder", () =>
        {
            string dependencies = Path.Combine(folder.Path, "Dependencies");
            foreach (string name in Private)
            {
                string[] places = ModuleFolder.FromFiles()
                    .Where(assembly => assembly.GetName().Name == name && assembly != other).Select(assembly => Path.GetDirectoryName(assembly.Location)!).ToArray();
                Expect.True(places.SequenceEqual([dependencies]), $"{name} came from [{string.Join(", ", places)}]");
            }
        });
        report.Check("no assembly was loaded twice", () =>
        {
            string[] names = folder.Loaded().Select(assembly => assembly.GetName().Name).ToArray();
            Expect.Equal(names.Length, names.Distinct().Count());
        });
        report.Check("another RestSharp was there first and is there still", () =>
        {
            Expect.Equal("RestSharp, Version=106.0.0.0, Culture=neutral, PublicKeyToken=null", other.FullName);
            Expect.Equal(2, ModuleFolder.FromFiles().Count(assembly => assembly.GetName().Name == "RestSharp"));
        });
        report.Check("the module's packages are answered to nobody else", () =>
        {
            try
            {
                // By name, the runtime would return the assembly that is already loaded.
                Assembly found = Assembly.Load("RestSharp, Version=1.0.0.0, Culture=neutral, PublicKeyToken=598062e77f915f75");
                Expect.True(false, $"this program was given {found.FullName}");
            }
            catch (FileNotFoundException)
            {
            }
        });
    }
}
