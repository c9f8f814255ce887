using System;
using System.IO;

namespace CloudflareCni.Files;

/// <summary>Writes a file completely or not at all: under another name first, then by one rename.</summary>
/// <remarks>Compiled into each assembly that writes files, because the sandbox refers to no other assembly.</remarks>
internal static class WholeFile
{
    /// <summary>Writes the file. If its folder doesn't exist, it is created.</summary>
    /// <param name="path">An absolute path. If it is a symbolic link, the link's target is written and the link stays.</param>
    /// <param name="overwrite">Whether to replace a file that exists. Its mode (Unix), attributes and permissions (Windows) stay.</param>
    /// <param name="write">Writes the content. If it throws, the folder is left as it was.</param>
    /// <exception cref="IOException">The file can't be written, or the path is a link without a target.</exception>
    public static void Write(string path, bool overwrite, Action<Stream> write)
    {
        string target = FindTarget(path);
        string folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        string partial = Path.Combine(folder, $".{Guid.NewGuid():N}.partial");
        try
        {
            using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (overwrite && File.Exists(target))
            {
                Replace(partial, target);
            }
            else
            {
                File.Move(partial, target);
            }
        }
        finally
        {
            File.Delete(partial);
        }
    }

#if NET
    private static string FindTarget(string path)
    {
        var link = new FileInfo(path);
        if (link.LinkTarget is null)
        {
            return path;
        }

        FileSystemInfo? target = link.ResolveLinkTarget(returnFinalTarget: true);
        return target is FileInfo { Exists: true }
            ? target.FullName
            : throw new IOException($"'{path}' is a symbolic link to '{link.LinkTarget}', which isn't an existing file. Remove the link or create the file that it refers to.");
    }

    private static void Replace(string partial, string target)
    {
        // On Windows the replacement itself keeps attributes and permissions; on Unix it is a plain rename.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(partial, File.GetUnixFileMode(target));
        }

        File.Replace(partial, target, destinationBackupFileName: null);
    }
#else
    private static string FindTarget(string path) => path;

    private static void Replace(string partial, string target)
    {
        if ((File.GetAttributes(target) & FileAttributes.ReparsePoint) == 0)
        {
            File.Replace(partial, target, destinationBackupFileName: null);
            return;
        }

        // .NET Framework can't say where a link leads, and a replacement would replace the link. Opening the link opens its target.
        using FileStream source = File.OpenRead(partial);
        using FileStream destination = new(target, FileMode.Open, FileAccess.Write, FileShare.None);
        source.CopyTo(destination);
        destination.SetLength(destination.Position);
    }
#endif
}
