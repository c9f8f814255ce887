using System;
using System.IO;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Files;

/// <summary>Resolves and checks the file that a command saves.</summary>
internal static class OutputFile
{
    private const string ReplaceAdvice = "Use -Force to replace it.";

    /// <summary>Resolves the path of the file from -Path or -LiteralPath, and checks that the file can be saved.</summary>
    /// <param name="paths">The path functions of the session.</param>
    /// <param name="path">The value of -Path, or <see langword="null"/> if -LiteralPath was specified.</param>
    /// <param name="literalPath">The value of -LiteralPath.</param>
    /// <param name="isReplaced"><see langword="true"/> to replace an existing file; otherwise, <see langword="false"/>.</param>
    /// <param name="what">The content of the file, such as <c>the report</c>.</param>
    /// <param name="advice">A sentence that says how to replace an existing file.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="CniArgumentException">The path isn't the path of a file.</exception>
    /// <exception cref="CniException">The file exists, and <paramref name="isReplaced"/> is <see langword="false"/>.</exception>
    public static string Resolve(PathIntrinsics paths, string? path, string? literalPath, bool isReplaced, string what, string advice = ReplaceAdvice)
    {
        string file = path is null ? Literal(paths, literalPath!) : FileSystemPath.ResolveFile(paths, "Path", path);
        Check(file, isReplaced, what, advice);
        return file;
    }

    /// <summary>Checks that a file can be saved.</summary>
    /// <param name="file">The absolute path of the file.</param>
    /// <param name="isReplaced"><see langword="true"/> to replace an existing file; otherwise, <see langword="false"/>.</param>
    /// <param name="what">The content of the file, such as <c>the report</c>.</param>
    /// <param name="advice">A sentence that says how to replace an existing file.</param>
    /// <exception cref="CniException">The file exists, and <paramref name="isReplaced"/> is <see langword="false"/>.</exception>
    public static void Check(string file, bool isReplaced, string what, string advice = ReplaceAdvice)
    {
        if (!isReplaced && File.Exists(file))
        {
            throw new CniException(CniErrorKind.FileFailed, $"'{file}' already exists, so {what} wasn't saved. {advice}");
        }
    }

    private static string Literal(PathIntrinsics paths, string path)
    {
        string file = FileSystemPath.ResolveLiteral(paths, "LiteralPath", path);
        return Directory.Exists(file) || file.EndsWith(Path.DirectorySeparatorChar.ToString(), StringComparison.Ordinal)
            ? throw new CniArgumentException("LiteralPath", $"'{path}' is a folder. Use the path of a file.")
            : file;
    }
}
