using System;
using System.IO;

namespace CloudflareCni.PowerShell.Files;

/// <summary>Writes a file whole or not at all: beside its place first, then by one rename.</summary>
internal static class PartialFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">The file's place. Its folder is made when missing.</param>
    /// <param name="overwrite">Whether a file there may be replaced.</param>
    /// <param name="write">Writes the content. When it throws, nothing is left behind.</param>
    public static void Write(string path, bool overwrite, Action<Stream> write)
    {
        string folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        string partial = Path.Combine(folder, $".{Guid.NewGuid():N}.partial");
        try
        {
            using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
            }

            if (overwrite && File.Exists(path))
            {
                File.Replace(partial, path, destinationBackupFileName: null);
            }
            else
            {
                File.Move(partial, path);
            }
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
