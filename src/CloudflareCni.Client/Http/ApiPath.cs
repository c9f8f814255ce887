using System;

namespace CloudflareCni.Client;

/// <summary>Makes a caller's text one segment of a path.</summary>
internal static class ApiPath
{
    // Servers end at 8 to 16 KiB for a whole request line.
    private const int MaxSegmentLength = 4096;

    /// <summary>Escapes a segment.</summary>
    /// <param name="value">The caller's text.</param>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <returns>The segment as it stands on the wire.</returns>
    /// <exception cref="CniArgumentException">No request with that segment would ask for what the caller named.</exception>
    public static string Segment(string? value, string parameterName)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new CniArgumentException(parameterName, $"{parameterName} is empty: name what is meant.");
        }

        if (value is "." or "..")
        {
            throw new CniArgumentException(parameterName, $"{parameterName} can't be '{value}': in a path that means another resource.");
        }

        string escaped = Escape(value!, parameterName);
        return escaped.Length <= MaxSegmentLength
            ? escaped
            : throw new CniArgumentException(parameterName, $"{parameterName} is too long for an address ({value!.Length} characters).");
    }

    /// <summary>Escapes a text for a path or a query.</summary>
    /// <param name="value">The caller's text.</param>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <returns>The text as it stands on the wire.</returns>
    /// <exception cref="CniArgumentException">The text is no valid Unicode.</exception>
    public static string Escape(string value, string parameterName)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(value, i))
            {
                throw new CniArgumentException(parameterName, $"{parameterName} has half a character at position {i}: it is no valid Unicode text.");
            }

            i++;
        }

        return Uri.EscapeDataString(value);
    }
}
