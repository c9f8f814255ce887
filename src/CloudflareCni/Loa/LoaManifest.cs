using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Loa;

/// <summary>Represents CSV text with a row for each saved Letter of Authorization. Existing text doesn't change, including columns that the user added.</summary>
internal sealed class LoaManifest
{
    private const string LineEnd = "\r\n";
    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly string _text;
    private readonly char _delimiter = Delimiters[0];
    private readonly IReadOnlyList<string> _columns = LoaManifestRow.Columns;
    private readonly HashSet<(string Interconnect, string Sha256)> _known = [];

    /// <summary>Reads a manifest.</summary>
    /// <param name="text">The text of the file; empty for a new manifest. A spreadsheet may have saved it with another delimiter.</param>
    /// <exception cref="FormatException">The text isn't empty, and its first line doesn't contain the columns of a manifest.</exception>
    public LoaManifest(string text)
    {
        _text = text;
        if (string.IsNullOrWhiteSpace(text))
        {
            _text = "";
            return;
        }

        foreach (char delimiter in Delimiters)
        {
            List<IReadOnlyList<string>> lines = CsvText.Read(text, delimiter);
            IReadOnlyList<string> columns = lines.FirstOrDefault() ?? [];
            int interconnect = Find(columns, LoaManifestRow.InterconnectColumn);
            int hash = Find(columns, LoaManifestRow.Sha256Column);
            if (interconnect >= 0 && hash >= 0)
            {
                _delimiter = delimiter;
                _columns = columns;
                _known.UnionWith(lines.Skip(1).Where(line => line.Count > Math.Max(interconnect, hash)).Select(line => Key(line[interconnect], line[hash])));
                return;
            }
        }

        throw new FormatException(
            $"its first line doesn't have the columns {LoaManifestRow.InterconnectColumn} and {LoaManifestRow.Sha256Column}");
    }

    /// <summary>Adds a row, unless the manifest has one for the same interconnect and the same content.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The whole text, or <see langword="null"/> if the manifest already has the row.</returns>
    public string? Add(LoaManifestRow row)
    {
        if (_known.Contains(Key(CsvText.Defuse(row[LoaManifestRow.InterconnectColumn]), row.Sha256)))
        {
            return null;
        }

        string lineEnd = _text.Length > 0 && !_text.Contains(LineEnd) ? "\n" : LineEnd;
        string start = _text.Length == 0 ? CsvText.Line(_columns, _delimiter) + lineEnd
            : _text.EndsWith("\n", StringComparison.Ordinal) ? _text
            : _text + lineEnd;
        return start + CsvText.Line(_columns.Select(column => row[Known(column)]), _delimiter) + lineEnd;
    }

    private static int Find(IReadOnlyList<string> columns, string name) =>
        columns.ToList().FindIndex(column => column.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Known(string column) => LoaManifestRow.Columns.FirstOrDefault(known => known.Equals(column.Trim(), StringComparison.OrdinalIgnoreCase)) ?? column;

    private static (string, string) Key(string interconnect, string hash) => (interconnect, hash.ToUpperInvariant());
}
