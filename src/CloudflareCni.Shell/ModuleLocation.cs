using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.Shell;

/// <summary>Where the module's manifest lies.</summary>
internal static class ModuleLocation
{
    public const string ModuleName = "CloudflareCni.PowerShell";
    private const string ManifestName = ModuleName + ".psd1";

    /// <summary>Finds the manifest: where the caller says, or where this shell's build left it, or beside the shell.</summary>
    /// <param name="given">A folder or a manifest; null to search.</param>
    /// <returns>The manifest's full path.</returns>
    /// <exception cref="FileNotFoundException">There is none; the message says where it was looked for.</exception>
    public static string Find(string? given)
    {
        if (given is not null)
        {
            string path = Path.GetFullPath(given);
            string manifest = Directory.Exists(path) ? Path.Combine(path, ManifestName) : path;
            return File.Exists(manifest) ? manifest : throw new FileNotFoundException($"-ModulePath leads to no module: there is no file {manifest}.");
        }

        List<string> candidates = [.. Candidates().Select(folder => Path.Combine(folder, ManifestName))];
        return candidates.Find(File.Exists) ?? throw new FileNotFoundException(
            $"The module is not built: there is no file {string.Join(" and no file ", candidates)}. "
            + "Run `dotnet build` in the repository, or say where the module is with -ModulePath.");
    }

    private static IEnumerable<string> Candidates()
    {
        string? built = typeof(ModuleLocation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "ModulePath")?.Value;
        if (!string.IsNullOrEmpty(built))
        {
            yield return Path.GetFullPath(built);
        }

        yield return Path.Combine(AppContext.BaseDirectory, ModuleName);
    }
}
