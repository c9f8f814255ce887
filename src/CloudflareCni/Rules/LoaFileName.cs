using System;
using System.Text;

namespace CloudflareCni;

/// <summary>Creates the file name for a Letter of Authorization.</summary>
public static class LoaFileName
{
    private const string Extension = ".pdf";
    private const int MaxStemBytes = 255 - 4;
    private const string Forbidden = "/\\<>:\"|?*";
    private static readonly char[] DotsAndSpaces = ['.', ' '];

    /// <summary>Creates a file name from an interconnect's name, which comes from the network and is never used as a path.</summary>
    /// <param name="interconnectName">The interconnect's name.</param>
    /// <returns>
    /// A file name that is safe on Windows, macOS and Linux, at most 255 UTF-8 bytes with its <c>.pdf</c>. A name always returns the same
    /// file name; two names can return the same one.
    /// </returns>
    public static string For(string interconnectName)
    {
        string stem = Cut(Replace(interconnectName).Trim(DotsAndSpaces).Replace("..", "__"));
        if (IsReservedOnWindows(stem))
        {
            stem = Cut("_" + stem);
        }

        return (stem.Length == 0 ? "interconnect" : stem) + Extension;
    }

    private static string Replace(string name)
    {
        var replaced = new StringBuilder(name.Length);
        for (int i = 0; i < name.Length; i += Characters.LengthAt(name, i))
        {
            if (Characters.IsHidden(name, i) || Forbidden.IndexOf(name[i]) >= 0)
            {
                replaced.Append('_');
            }
            else
            {
                replaced.Append(name, i, Characters.LengthAt(name, i));
            }
        }

        return replaced.ToString();
    }

    // Cuts between characters. Windows removes dots and spaces at the end of a name, so the name must not end with one.
    private static string Cut(string stem)
    {
        int bytes = 0;
        int end = 0;
        while (end < stem.Length)
        {
            int length = Characters.LengthAt(stem, end);
            bytes += Encoding.UTF8.GetByteCount(stem.Substring(end, length));
            if (bytes > MaxStemBytes)
            {
                break;
            }

            end += length;
        }

        return stem.Substring(0, end).TrimEnd(DotsAndSpaces);
    }

    // On Windows, a device name is reserved with any extension.
    private static bool IsReservedOnWindows(string stem)
    {
        string name = stem.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return name is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$" || IsNumberedPort(name);
    }

    private static bool IsNumberedPort(string name) =>
        name.Length == 4
        && (name.StartsWith("COM", StringComparison.Ordinal) || name.StartsWith("LPT", StringComparison.Ordinal))
        && "0123456789¹²³".IndexOf(name[3]) >= 0;
}
