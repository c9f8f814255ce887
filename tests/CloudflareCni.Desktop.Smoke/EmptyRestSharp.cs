using System;
using System.IO;
using System.Reflection;
using System.Reflection.Emit;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>The RestSharp of another module: another version, without anything that the client could use.</summary>
internal static class EmptyRestSharp
{
    /// <summary>Loads it like the other module would.</summary>
    /// <returns>The loaded assembly.</returns>
    public static Assembly Load()
    {
        string folder = Path.Combine(Path.GetTempPath(), "cni-smoke-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            var name = new AssemblyName("RestSharp") { Version = new Version(106, 0, 0, 0) };
            AssemblyBuilder builder = AppDomain.CurrentDomain.DefineDynamicAssembly(name, AssemblyBuilderAccess.Save, folder);
            builder.DefineDynamicModule("RestSharp", "RestSharp.dll").DefineType("RestSharp.RestClient", TypeAttributes.Public).CreateType();
            builder.Save("RestSharp.dll");
            return Assembly.LoadFrom(Path.Combine(folder, "RestSharp.dll"));
        }
        finally
        {
            TryDelete(folder);
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Windows can't delete a loaded file.
        }
    }
}
