using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace CloudflareCni.Sandbox.Loa;

/// <summary>Creates a PDF file with one A4 page of text, from top to bottom.</summary>
internal sealed class PdfPage
{
    private const int PageWidth = 595;
    private const int PageHeight = 842;
    private const int Margin = 72;

    private readonly List<byte> _content = [];
    private double _y = PageHeight - Margin;

    /// <summary>Adds a paragraph and breaks it into lines.</summary>
    public void Write(string text, double size = 11, bool bold = false, double indent = 0)
    {
        // Helvetica.Lines has the widths of regular letters; bold ones are up to a tenth wider.
        double width = (PageWidth - (2 * Margin) - indent) * (bold ? 0.9 : 1);
        foreach (string line in Helvetica.Lines(text, size, width))
        {
            _y -= size * 1.35;
            _content.AddRange(Ascii($"BT /{(bold ? "F2" : "F1")} {Number(size)} Tf {Number(Margin + indent)} {Number(_y)} Td ("));
            AppendEscaped(line);
            _content.AddRange(Ascii(") Tj ET\n"));
        }
    }

    /// <summary>Adds vertical space, in points.</summary>
    public void Space(double points) => _y -= points;

    /// <summary>Creates the file.</summary>
    /// <param name="title">The document's title, in ASCII, without parentheses or backslashes.</param>
    /// <param name="created">The date of the document.</param>
    public byte[] ToBytes(string title, DateTimeOffset created)
    {
        string date = created.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        byte[] content = [.. _content];
        using var file = new MemoryStream();
        var offsets = new List<long>();

        // Bytes above 127 in a comment show transfer programs that the file is binary.
        Append(file, "%PDF-1.4\n%");
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n'], 0, 5);
        AppendObject("<< /Type /Catalog /Pages 2 0 R >>");
        AppendObject("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        AppendObject(
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PageWidth} {PageHeight}] /Contents 7 0 R "
            + "/Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>");
        AppendObject("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        AppendObject("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        AppendObject($"<< /Title ({title}) /Producer (CloudflareCni.PowerShell sandbox) /CreationDate (D:{date}Z) >>");
        AppendObject($"<< /Length {content.Length} >>\nstream\n", content, "\nendstream");

        long xref = file.Length;
        Append(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (long offset in offsets)
        {
            Append(file, $"{offset.ToString("D10", CultureInfo.InvariantCulture)} 00000 n \n");
        }

        Append(file, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return file.ToArray();

        void AppendObject(string start, byte[]? middle = null, string end = "")
        {
            offsets.Add(file.Length);
            Append(file, $"{offsets.Count} 0 obj\n{start}");
            file.Write(middle ?? [], 0, middle?.Length ?? 0);
            Append(file, $"{end}\nendobj\n");
        }
    }

    private static void Append(MemoryStream stream, string ascii)
    {
        byte[] bytes = Ascii(ascii);
        stream.Write(bytes, 0, bytes.Length);
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void AppendEscaped(string text)
    {
        foreach (byte letter in WinAnsi.Bytes(text))
        {
            if (letter is (byte)'(' or (byte)')' or (byte)'\\')
            {
                _content.Add((byte)'\\');
            }

            _content.Add(letter);
        }
    }
}
