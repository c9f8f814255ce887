using System;
using System.IO;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Checks the file of an assembly before the runtime loads it, because a runtime that maps a truncated file can crash the process.</summary>
internal static class AssemblyFile
{
    private const ushort DosSignature = 0x5A4D;
    private const uint PeSignature = 0x4550;
    private const int PeOffsetPlace = 0x3C;
    private const int FileHeaderEnd = 24;
    private const int SectionHeaderSize = 40;
    private const int SectionDataPlace = 16;

    /// <summary>Determines whether a file contains all parts that its headers list. A signature at its end is allowed.</summary>
    /// <param name="path">The path of the file.</param>
    /// <returns><see langword="true"/> if the file is complete; otherwise, <see langword="false"/>.</returns>
    public static bool IsComplete(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        using BinaryReader reader = new(stream);
        try
        {
            return reader.ReadUInt16() == DosSignature && End(stream, reader) is { } end && end <= stream.Length;
        }
        catch (EndOfStreamException)
        {
            return false;
        }
    }

    private static long? End(FileStream stream, BinaryReader reader)
    {
        stream.Position = PeOffsetPlace;
        long header = reader.ReadUInt32();
        stream.Position = header;
        if (reader.ReadUInt32() != PeSignature)
        {
            return null;
        }

        stream.Position = header + 6;
        int sections = reader.ReadUInt16();
        stream.Position = header + 20;
        long table = header + FileHeaderEnd + reader.ReadUInt16();
        long? end = null;
        for (int i = 0; i < sections; i++)
        {
            stream.Position = table + (i * SectionHeaderSize) + SectionDataPlace;
            long size = reader.ReadUInt32();
            end = Math.Max(end ?? 0, reader.ReadUInt32() + size);
        }

        return end;
    }
}
