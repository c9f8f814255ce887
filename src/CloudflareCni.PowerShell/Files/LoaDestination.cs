using System;
using System.IO;

namespace CloudflareCni.PowerShell.Files;

/// <summary>Determines the file that an LOA is saved as.</summary>
internal static class LoaDestination
{
    private const string Extension = ".pdf";

    /// <summary>Gets the path of the file: the path itself if it ends in .pdf and isn't a folder; otherwise, a file in that folder, named after the interconnect.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="interconnect">The name of the interconnect, which comes from the API.</param>
    /// <returns>The absolute path of the file.</returns>
    public static string File(string path, string interconnect) =>
        path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path)
            ? path
            : Path.Combine(path, LoaFileName.For(interconnect));
}
