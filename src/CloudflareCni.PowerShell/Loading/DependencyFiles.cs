using System;
using System.IO;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Finds and checks the files in the Dependencies folder. The build generates their names.</summary>
internal static partial class DependencyFiles
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(DependencyFiles).Assembly.Location)!, "Dependencies");

    /// <summary>Determines whether an assembly is one of the files.</summary>
    /// <param name="name">The simple name of the assembly.</param>
    /// <returns><see langword="true"/> if it is; otherwise, <see langword="false"/>.</returns>
    public static bool Contains(string? name) => Array.IndexOf(Names, name) >= 0;

    /// <summary>Checks all files, so that a broken installation is reported on import and not by a later command.</summary>
    /// <exception cref="CniException">A file is missing or damaged.</exception>
    public static void Check()
    {
        foreach (string name in Names)
        {
            Require(name);
        }
    }

    /// <summary>Finds a file that can't be loaded, for runtimes that don't name it. Mono only names the type.</summary>
    /// <returns>The exception to show, or <see langword="null"/> if all files can be loaded.</returns>
    public static CniException? FindInvalid()
    {
        try
        {
            Check();
            return null;
        }
        catch (CniException unfit)
        {
            return unfit;
        }
    }

    /// <summary>Gets the path of a file for a handler of the runtime's resolving events, which must not throw.</summary>
    /// <remarks>
    /// The runtime also resolves assemblies on its own threads, where an unhandled exception ends the process. Without a result, it
    /// throws its own exception where the assembly is used, and <see cref="ModuleFailure.Find"/> replaces it with one that names the file.
    /// </remarks>
    /// <param name="name">The simple name of the assembly.</param>
    /// <returns>An absolute path, or <see langword="null"/> if the file is missing or damaged.</returns>
    public static string? Find(string name)
    {
        try
        {
            return Require(name);
        }
        catch (CniException)
        {
            return null;
        }
    }

    /// <summary>Gets the path of a file, and checks that the file can be loaded.</summary>
    /// <param name="name">The simple name of the assembly.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="CniException">The file is missing or damaged.</exception>
    public static string Require(string name)
    {
        string path = Path.Combine(Folder, name + ".dll");
        if (!File.Exists(path))
        {
            throw ModuleFailure.Missing(path);
        }

        try
        {
            return AssemblyFile.IsComplete(path) ? path : throw ModuleFailure.Damaged(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ModuleFailure.Damaged(path, e);
        }
    }
}
