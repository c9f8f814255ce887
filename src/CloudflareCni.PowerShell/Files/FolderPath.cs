using System.Collections.ObjectModel;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Files;

/// <summary>Finds the folder that a -Path or -LiteralPath names.</summary>
internal static class FolderPath
{
    /// <summary>Finds the folder.</summary>
    /// <param name="paths">The session's paths.</param>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="wanted">What was given.</param>
    /// <param name="isLiteral">Whether no character of it is a wildcard.</param>
    /// <returns>An absolute path of the file system.</returns>
    /// <exception cref="CniArgumentException">It names several places, or one outside the file system.</exception>
    public static string Resolve(PathIntrinsics paths, string parameterName, string wanted, bool isLiteral)
    {
        ProviderInfo provider;
        string path;
        if (!isLiteral && WildcardPattern.ContainsWildcardCharacters(wanted))
        {
            Collection<string> found = paths.GetResolvedProviderPathFromPSPath(wanted, out provider);
            path = found.Count == 1 ? found[0] : throw new CniArgumentException(parameterName, $"'{wanted}' names {found.Count} places. Use a path that names one.");
        }
        else
        {
            path = paths.GetUnresolvedProviderPathFromPSPath(wanted, out provider, out _);
        }

        return provider.Name == "FileSystem"
            ? path
            : throw new CniArgumentException(parameterName, $"'{wanted}' is a place of the {provider.Name} provider. Use a folder of the file system.");
    }
}
