using System;
using System.IO;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Files;

/// <summary>The one file that a command writes, from its -Path or -LiteralPath.</summary>
internal static class OutputFile
{
    /// <summary>Resolves the path of the file.</summary>
    /// <param name="paths">The session's paths.</param>
    /// <param name="path">What the user gave as -Path; null if -LiteralPath was given.</param>
    /// <param name="literalPath">What the user gave as -LiteralPath.</param>
    /// <param name="isReplaced">Whether a file that exists is replaced.</param>
    /// <param name="what">What the file is to hold, such as <c>the report</c>.</param>
    /// <param name="advice">How to replace a file that exists.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="CniArgumentException">It isn't the path of a file.</exception>
    /// <exception cref="CniException">The file exists, and isn't to be replaced.</exception>
    public static string Resolve(PathIntrinsics paths, string? path, string? literalPath, bool isReplaced, string what, string advice = "Use -Force to replace it.")
    {
        string file = path is null ? Literal(paths, literalPath!) : FileSystemPath.ResolveFile(paths, "Path", path);
        return isReplaced || !File.Exists(file)
            ? file
            : throw new CniException(CniErrorKind.FileFailed, $"'{file}' already exists, so {what} wasn't saved. {advice}");
    }

    private static string Literal(PathIntrinsics paths, string path)
    {
        string file = FileSystemPath.ResolveLiteral(paths, "LiteralPath", path);
        return Directory.Exists(file) || file.EndsWith(Path.DirectorySeparatorChar.ToString(), StringComparison.Ordinal)
            ? throw new CniArgumentException("LiteralPath", $"'{path}' is a folder. Use the path of a file.")
            : file;
    }
}
