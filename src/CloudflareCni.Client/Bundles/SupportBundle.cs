using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using CloudflareCni.Loa;

namespace CloudflareCni.Client;

/// <summary>Writes the files for a support case to a zip file. They don't contain credentials, MD5 keys or pairing keys.</summary>
public static class SupportBundle
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes a bundle.</summary>
    /// <param name="stream">The stream to write to. It isn't closed.</param>
    /// <param name="content">The content of the bundle.</param>
    public static void Write(Stream stream, BundleContent content)
    {
        var redaction = new Redaction(content.Circuits);
        var json = new RedactedJson(redaction);
        var text = new BundleText(content);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Lines("README.txt", text.Readme());
        Lines("findings.txt", text.Findings());
        Lines("versions.txt", text.Versions());
        Table("timeline.csv", text.Timeline());
        Table("requests.csv", text.Requests());
        if (content.Problems.Count > 0)
        {
            Lines("problems.txt", content.Problems);
        }

        for (int i = 0; i < content.Circuits.Count; i++)
        {
            // Two names can result in the same file name, so the number makes it unique.
            string name = Path.ChangeExtension(LoaFileName.For($"{i + 1:000}-{content.Circuits[i].Name}"), ".json");
            using Stream file = Create($"circuits/{redaction.Clean(name)}");
            json.Write(file, content.Circuits[i]);
        }

        Stream Create(string name)
        {
            ZipArchiveEntry entry = zip.CreateEntry(name);
            entry.LastWriteTime = content.CreatedAt;
            return entry.Open();
        }

        // All current editors support the line ends of Windows.
        void Lines(string name, IEnumerable<string> lines)
        {
            using var writer = new StreamWriter(Create(name), Encoding) { NewLine = "\r\n" };
            foreach (string line in lines)
            {
                writer.WriteLine(DisplayText.Escape(redaction.Clean(line)));
            }
        }

        void Table(string name, IEnumerable<string[]> rows)
        {
            using var writer = new StreamWriter(Create(name), Encoding) { NewLine = "\r\n" };
            foreach (string[] row in rows)
            {
                writer.WriteLine(CsvText.Line(row.Select(value => DisplayText.Escape(redaction.Clean(value))), ','));
            }
        }
    }
}
