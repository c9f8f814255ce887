using System;
using System.IO;

namespace CloudflareCni.PowerShell.Files;

/// <summary>Where a LOA goes.</summary>
internal static class LoaDestination
{
    private const string Extension = ".pdf";

    /// <summary>The file: the path itself when it ends in .pdf and is no folder, else a file in that folder that is named after the interconnect.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="interconnect">The interconnect's name, which comes from the network.</param>
    /// <returns>An absolute path.</returns>
    public static string File(string path, string interconnect) =>
        path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path)
            ? path
            : Path.Combine(path, LoaFileName.For(interconnect));
}
