using System;

namespace CloudflareCni.Client;

/// <summary>Escapes text for use in a request's address.</summary>
internal static class ApiPath
{
    // Servers accept at most 8 to 16 KiB for the request line.
    private const int MaxSegmentLength = 4096;

    /// <summary>Escapes a segment.</summary>
    /// <param name="value">The text.</param>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <returns>The escaped segment.</returns>
    /// <exception cref="CniArgumentException">The text can't be a segment of a path.</exception>
    public static string Segment(string? value, string parameterName)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new CniArgumentException(parameterName, $"{parameterName} is empty. Enter a value.");
        }

        if (value is "." or "..")
        {
            throw new CniArgumentException(parameterName, $"{parameterName} can't be '{value}', because it has a special meaning in a web address.");
        }

        string escaped = Escape(value!, parameterName);
        return escaped.Length <= MaxSegmentLength
            ? escaped
            : throw new CniArgumentException(parameterName, $"{parameterName} is too long for a web address ({value!.Length} characters). Use a shorter value.");
    }

    /// <summary>Escapes a text for a path or a query.</summary>
    /// <param name="value">The text.</param>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <returns>The escaped text.</returns>
    /// <exception cref="CniArgumentException">The text isn't valid Unicode.</exception>
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
                throw new CniArgumentException(parameterName, $"{parameterName} isn't valid Unicode text: it has an unpaired surrogate at position {i}. Remove it.");
            }

            i++;
        }

        return Uri.EscapeDataString(value);
    }
}
