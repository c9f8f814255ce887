using System;
using System.Collections.Generic;

namespace CloudflareCni.Configuration;

/// <summary>Finds the line of a place in a file. The lines are counted once, when the first one is needed.</summary>
/// <param name="text">The file in UTF-8.</param>
internal sealed class TextLines(byte[] text)
{
    private List<int>? _ends;

    /// <summary>Gets the number of a line, from 1.</summary>
    /// <param name="offset">The number of bytes before the place.</param>
    public int At(int offset)
    {
        int found = (_ends ??= FindEnds()).BinarySearch(offset);
        return (found < 0 ? ~found : found) + 1;
    }

    private List<int> FindEnds()
    {
        var ends = new List<int>();
        for (int end = Array.IndexOf(text, (byte)'\n'); end >= 0; end = Array.IndexOf(text, (byte)'\n', end + 1))
        {
            ends.Add(end);
        }

        return ends;
    }
}
