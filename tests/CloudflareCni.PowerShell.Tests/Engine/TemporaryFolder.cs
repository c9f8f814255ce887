using System;
using System.IO;
using System.Linq;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>A new folder that is removed after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cni-tests-").FullName;

    /// <summary>Gets the relative paths of all files in the folder and its subfolders, including hidden files, in order.</summary>
    public string[] Files => Directory.EnumerateFiles(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(file => System.IO.Path.GetRelativePath(Path, file)).Order(StringComparer.Ordinal).ToArray();

    /// <summary>Gets the path of a file or folder in the folder.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>An absolute path.</returns>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
