using System;
using System.IO;

namespace CloudflareCni.Files;

/// <summary>Writes a file completely or not at all: under a temporary name, which is then renamed.</summary>
/// <remarks>Compiled into each assembly that writes files, because the sandbox refers to no other assembly.</remarks>
internal static class WholeFile
{
    /// <summary>Writes the file. Creates its folder if it doesn't exist.</summary>
    /// <param name="path">An absolute path. If it's a symbolic link, the target of the link is written and the link is kept.</param>
    /// <param name="overwrite"><see langword="true"/> to replace an existing file, whose mode (Unix) or attributes and permissions (Windows) are kept; otherwise, <see langword="false"/>.</param>
    /// <param name="write">Writes the content. If it throws, the file doesn't change.</param>
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
        // On Windows, File.Replace keeps attributes and permissions. On Unix, it only renames the file.
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

        // .NET Framework can't resolve a link, and File.Replace would replace the link. Opening the link opens its target.
        using FileStream source = File.OpenRead(partial);
        using FileStream destination = new(target, FileMode.Open, FileAccess.Write, FileShare.None);
        source.CopyTo(destination);
        destination.SetLength(destination.Position);
    }
#endif
}
