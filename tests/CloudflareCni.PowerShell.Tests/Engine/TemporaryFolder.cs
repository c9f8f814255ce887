using System;
using System.IO;
using System.Linq;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>A fresh folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cni-tests-").FullName;

    /// <summary>The names of all files in the folder and below, hidden ones included, relative and in order.</summary>
    public string[] Files => Directory.EnumerateFiles(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(file => System.IO.Path.GetRelativePath(Path, file)).Order(StringComparer.Ordinal).ToArray();

    /// <summary>The path of something in the folder.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>An absolute path.</returns>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
