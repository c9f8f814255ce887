using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareCni.Client;

/// <summary>Contains the style and the script of a page, and the content security policy that allows only these two.</summary>
internal static class PageAssets
{
    // The characters that an XML writer escapes, although a browser doesn't unescape them in a style or a script.
    private static readonly char[] Escaped = ['<', '>', '&'];

    /// <summary>Gets the style.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>Gets the script. The page works without it.</summary>
    public static string Script { get; } = Read("report.js");

    /// <summary>Gets the content security policy.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string text = reader.ReadToEnd().Replace("\r\n", "\n");
        return text.IndexOfAny(Escaped) < 0 ? text : throw new InvalidOperationException($"{name} contains a character that a page can't contain.");
    }

    private static string Hash(string text)
    {
        using SHA256 algorithm = SHA256.Create();
        return $"sha256-{Convert.ToBase64String(algorithm.ComputeHash(Encoding.UTF8.GetBytes(text)))}";
    }
}
