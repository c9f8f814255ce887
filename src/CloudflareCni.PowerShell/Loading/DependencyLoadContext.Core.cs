using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>A context of the module's own, so that its RestSharp and the session's never meet.</summary>
internal sealed class DependencyLoadContext : AssemblyLoadContext
{
    private static readonly Assembly Domain = typeof(CniSlot).Assembly;

    private readonly string _folder = Path.Combine(Path.GetDirectoryName(typeof(DependencyLoadContext).Assembly.Location)!, "Dependencies");

    public DependencyLoadContext()
        : base("CloudflareCni.PowerShell")
    {
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Domain.GetName().Name)
        {
            return Domain;
        }

        // Asking another context by name for a file that is missing would come back here, endlessly.
        string path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
