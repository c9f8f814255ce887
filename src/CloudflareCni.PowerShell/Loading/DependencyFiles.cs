using System;
using System.IO;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>The files in the Dependencies folder. The build writes their names.</summary>
internal static partial class DependencyFiles
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(DependencyFiles).Assembly.Location)!, "Dependencies");

    /// <summary>Whether an assembly is one of the files.</summary>
    /// <param name="name">The simple name of the assembly.</param>
    /// <returns><c>true</c> if it is; otherwise, <c>false</c>.</returns>
    public static bool Contains(string? name) => Array.IndexOf(Names, name) >= 0;

    /// <summary>Checks all files, so that a broken installation shows at once and not in the middle of some later command.</summary>
    /// <exception cref="CniException">A file is missing or damaged.</exception>
    public static void Check() => Array.ForEach(Names, static name => Require(name));

    /// <summary>Finds a file that isn't fit to be loaded, where the runtime doesn't say which: Mono names the type alone.</summary>
    /// <returns>The exception to show; null if all files are fit.</returns>
    public static CniException? FindUnfit()
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
    /// The runtime also resolves assemblies on threads of its own, where nothing catches an exception: the process ends. Without an answer, it
    /// throws its own exception where the assembly is used, and <see cref="ModuleFailure.Find"/> replaces it with one that names the file.
    /// </remarks>
    /// <param name="name">The simple name of the assembly.</param>
    /// <returns>An absolute path; <c>null</c> if the file is missing or damaged.</returns>
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

    /// <summary>Gets the path of a file that is fit to be loaded.</summary>
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
