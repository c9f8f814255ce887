using System.Collections.Generic;
using System.IO;
using System.Text;
using CloudflareCni.Client;
using CloudflareCni.Configuration;

namespace CloudflareCni.PowerShell.Configuration;

/// <summary>Reads and writes configurations as JSON. Nothing else names the client's assembly for that, so that it is loaded only when it is needed.</summary>
internal static class ConfigurationFiles
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">An absolute path.</param>
    /// <returns>The document, with its findings.</returns>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static ConfigurationDocument Read(string path)
    {
        ConfigurationDocument document = Read(File.ReadAllBytes(path));
        document.Path = path;
        foreach (CniConfigurationFinding error in document.Errors)
        {
            error.Path = path;
        }

        return document;
    }

    /// <summary>Reads JSON text.</summary>
    public static ConfigurationDocument Parse(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Refuses a document with errors.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The same document.</returns>
    /// <exception cref="CniException">The document has errors.</exception>
    public static ConfigurationDocument RequireUsable(ConfigurationDocument document)
    {
        IReadOnlyList<CniConfigurationFinding> errors = document.Errors;
        if (errors.Count == 0)
        {
            return document;
        }

        string others = errors.Count == 1 ? "" : $" Test-CniConfiguration shows {(errors.Count == 2 ? "another error" : $"{errors.Count - 1} more errors")}.";
        string subject = errors[0].Path is { } path ? $"'{path}'" : "The configuration";
        throw new CniException(CniErrorKind.ConfigurationInvalid, $"{subject} can't be used: {errors[0]}{others}");
    }

    /// <summary>Writes a document as the bytes of a file.</summary>
    /// <param name="document">The document.</param>
    /// <param name="includesKeys">Whether MD5 keys are written.</param>
    public static byte[] Write(ConfigurationDocument document, bool includesKeys) => ConfigurationJson.Write(document.ToPlain(includesKeys));

    private static ConfigurationDocument Read(byte[] json) => ConfigurationJson.Read(json, out CniConfigurationFinding? problem) is { } root
        ? ConfigurationReader.Read(root)
        : new ConfigurationDocument { Errors = [problem!] };
}
