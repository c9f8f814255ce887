using System;
using System.IO;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Files;

/// <summary>Resolves the file that a command writes from its -Path or -LiteralPath parameter.</summary>
internal static class OutputFile
{
    /// <summary>Resolves the path of the file.</summary>
    /// <param name="paths">The path functions of the session.</param>
    /// <param name="path">The value of -Path, or <see langword="null"/> if -LiteralPath was specified.</param>
    /// <param name="literalPath">The value of -LiteralPath.</param>
    /// <param name="isReplaced"><see langword="true"/> to replace an existing file; otherwise, <see langword="false"/>.</param>
    /// <param name="what">The content of the file, such as <c>the report</c>.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="CniArgumentException">The path isn't the path of a file.</exception>
    /// <exception cref="CniException">The file exists, and <paramref name="isReplaced"/> is <see langword="false"/>.</exception>
    public static string Resolve(PathIntrinsics paths, string? path, string literalPath, bool isReplaced, string what)
    {
        string file = path is null ? Literal(paths, literalPath) : FileSystemPath.ResolveFile(paths, "Path", path);
        return isReplaced || !File.Exists(file)
            ? file
            : throw new CniException(CniErrorKind.FileFailed, $"'{file}' already exists, so {what} wasn't saved. Use -Force to replace it.");
    }

    private static string Literal(PathIntrinsics paths, string path)
    {
        string file = FileSystemPath.ResolveLiteral(paths, "LiteralPath", path);
        return Directory.Exists(file) || file.EndsWith(Path.DirectorySeparatorChar.ToString(), StringComparison.Ordinal)
            ? throw new CniArgumentException("LiteralPath", $"'{path}' is a folder. Use the path of a file.")
            : file;
    }
}
