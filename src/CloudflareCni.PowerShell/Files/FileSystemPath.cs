using System;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Files;

/// <summary>Resolves the path in a parameter to one file system path, like Set-Content does for -Path and -LiteralPath.</summary>
internal static class FileSystemPath
{
    private const string NetworkPathPrefix = @"\\";

    /// <summary>Resolves a path that may contain wildcards and backticks that escape them.</summary>
    /// <param name="paths">The path functions of the session.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="path">The path that the user specified.</param>
    /// <param name="literalAdvice">A sentence that explains how to specify a new file whose name contains wildcard characters.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="CniArgumentException">The path doesn't resolve to one file system path.</exception>
    public static string Resolve(PathIntrinsics paths, string parameter, string path, string literalAdvice) => Check(parameter, path, () =>
    {
        if (FindExisting(paths, path, out ProviderInfo? provider) is { } found)
        {
            RequireFileSystem(path, provider!);
            return found.Count == 1 ? found[0] : throw new ArgumentException(found.Count == 0
                ? $"'{path}' contains wildcard characters, but doesn't match a file or folder. {literalAdvice}"
                : $"'{path}' matches {found.Count} files or folders. Use a path that matches only one.");
        }

        return GetUnresolved(paths, WildcardPattern.Unescape(path));
    });

    /// <summary>Resolves a path exactly as it's typed, without wildcards or escapes.</summary>
    /// <inheritdoc cref="Resolve"/>
    public static string ResolveLiteral(PathIntrinsics paths, string parameter, string path) => Check(parameter, path, () => GetUnresolved(paths, path));

    /// <summary>Resolves the path of a file or folder from -Path or -LiteralPath.</summary>
    /// <param name="paths">The path functions of the session.</param>
    /// <param name="path">The value of -Path, or <see langword="null"/> if -LiteralPath was specified.</param>
    /// <param name="literalPath">The value of -LiteralPath.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="CniArgumentException">The path doesn't resolve to one file system path.</exception>
    public static string ResolveEither(PathIntrinsics paths, string? path, string literalPath) => path is null
        ? ResolveLiteral(paths, "LiteralPath", literalPath)
        : Resolve(paths, "Path", path, "To use a name that contains brackets, use -LiteralPath.");

    /// <summary>Resolves the path of a file in a parameter that doesn't have a -LiteralPath counterpart.</summary>
    /// <inheritdoc cref="Resolve"/>
    public static string ResolveFile(PathIntrinsics paths, string parameter, string path)
    {
        string file = Resolve(paths, parameter, path, "To create a file with that name, put a backtick (`) before each wildcard character and enclose the path in single quotes.");
        return Directory.Exists(file) || file[file.Length - 1] == Path.DirectorySeparatorChar
            ? throw new CniArgumentException(parameter, $"'{path}' is a folder. Use the path of a file.")
            : file;
    }

    private static Collection<string>? FindExisting(PathIntrinsics paths, string path, out ProviderInfo? provider)
    {
        try
        {
            return paths.GetResolvedProviderPathFromPSPath(path, out provider);
        }
        catch (ItemNotFoundException) when (!WildcardPattern.ContainsWildcardCharacters(path))
        {
            provider = null;
            return null;
        }
        catch (ItemNotFoundException)
        {
            provider = null;
            return [];
        }
    }

    private static string GetUnresolved(PathIntrinsics paths, string path)
    {
        string found = paths.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        RequireFileSystem(path, provider);
        return found;
    }

    private static void RequireFileSystem(string path, ProviderInfo? provider)
    {
        if (provider is not null && provider.Name != "FileSystem")
        {
            throw new ArgumentException($"'{path}' is a path in the {provider.Name} provider. Use a path in the file system.");
        }
    }

    // Catches everything that the engine and the platform throw for an invalid path: an unknown drive or provider, an invalid wildcard, an illegal character.
    private static string Check(string parameter, string path, Func<string> resolve)
    {
        try
        {
            string found = path.IndexOf('\0') < 0 ? resolve() : throw new ArgumentException("A path can't contain a null character.");
            return Path.DirectorySeparatorChar == '\\' || !found.StartsWith(NetworkPathPrefix, StringComparison.Ordinal)
                ? Path.GetFullPath(found)
                : throw new ArgumentException($"'{path}' is a Windows network path, which this system can't open. Mount the share and use the path of the mount point.");
        }
        catch (Exception e) when (e is RuntimeException and not PipelineStoppedException or ArgumentException or NotSupportedException or IOException)
        {
            throw new CniArgumentException(parameter, e.Message);
        }
    }
}
