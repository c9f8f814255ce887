using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CloudflareCni.Configuration;

namespace CloudflareCni.Client;

/// <summary>Reads configuration files, with the place of each value, and writes them.</summary>
internal static class ConfigurationJson
{
    private const int UsualFields = 8;

    // The names of fields: each is in the file thousands of times.
    private static readonly TextCache Names = new();
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file. Comments and commas at the end are allowed.</summary>
    /// <param name="content">The file: UTF-8, or UTF-16 with a byte order mark, as Windows PowerShell writes it.</param>
    /// <param name="problem">Why the file isn't JSON; null if it is.</param>
    /// <returns>The whole; null if the file isn't JSON.</returns>
    public static ConfigurationNode? Read(byte[] content, out CniConfigurationFinding? problem)
    {
        problem = null;
        byte[] json = ToUtf8(content);
        try
        {
            var reader = new Utf8JsonReader(json, Lenient);
            reader.Read();
            ConfigurationNode root = ReadValue(ref reader, new TextLines(json), null, default);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            int? line = exception.LineNumber is { } number ? (int)number + 1 : null;
            string place = line is null ? "" : $" at line {line}, byte {exception.BytePositionInLine + 1}";
            problem = ConfigurationFindings.Syntax($"The text isn't JSON{place}.", line);
        }
        catch (InvalidOperationException)
        {
            problem = ConfigurationFindings.Syntax("The text has characters that aren't Unicode.", line: null);
        }

        return null;
    }

    /// <summary>Writes a file: UTF-8 without a byte order mark, two spaces for each level, lines that end in LF.</summary>
    /// <param name="plain">The whole: pairs of name and value for an object, a list for a list, and plain values.</param>
    /// <returns>The file.</returns>
    public static byte[] Write(IReadOnlyList<KeyValuePair<string, object?>> plain)
    {
        var text = new StringBuilder();
        Append(text, plain, 0);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private static ConfigurationNode ReadValue(ref Utf8JsonReader reader, TextLines lines, ConfigurationNode? owner, NodeName place)
    {
        int offset = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var fields = new List<KeyValuePair<string, ConfigurationNode>>(UsualFields);
                var whole = new ConfigurationNode(fields, owner, place, lines, offset);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = Names.Get(reader);
                    reader.Read();
                    fields.Add(new KeyValuePair<string, ConfigurationNode>(name, ReadValue(ref reader, lines, whole, new NodeName(name))));
                }

                return whole;
            case JsonTokenType.StartArray:
                var items = new List<ConfigurationNode>();
                var list = new ConfigurationNode(items, owner, place, lines, offset);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader, lines, list, new NodeName(items.Count)));
                }

                return list;
            default:
                return new ConfigurationNode(ReadPlain(ref reader), owner, place, lines, offset);
        }
    }

    private static object? ReadPlain(ref Utf8JsonReader reader)
    {
        try
        {
            return PlainValue.Read(ref reader);
        }
        catch (FieldException)
        {
            // A number beyond every range is none that a field can have.
            return double.NaN;
        }
    }

    private static byte[] ToUtf8(byte[] content)
    {
        if (content.Length >= 2 && content[0] == 0xFF && content[1] == 0xFE)
        {
            return Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(content, 2, content.Length - 2));
        }

        if (content.Length >= 2 && content[0] == 0xFE && content[1] == 0xFF)
        {
            return Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2));
        }

        int mark = JsonBytes.ByteOrderMarkLength(content);
        return mark == 0 ? content : content.AsSpan(mark).ToArray();
    }

    private static void Append(StringBuilder text, object? value, int level)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool truth:
                text.Append(truth ? "true" : "false");
                break;
            case IReadOnlyList<KeyValuePair<string, object?>> fields:
                AppendMany(text, '{', '}', fields, level, (field, inner) =>
                {
                    AppendText(text, field.Key);
                    text.Append(": ");
                    Append(text, field.Value, inner);
                });
                break;
            case IReadOnlyList<string> list:
                AppendMany(text, '[', ']', list, level, (item, _) => AppendText(text, item));
                break;
            case IReadOnlyList<object?> list:
                AppendMany(text, '[', ']', list, level, (item, inner) => Append(text, item, inner));
                break;
            case string or Guid:
                AppendText(text, value.ToString()!);
                break;
            default:
                text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, "{0}", value);
                break;
        }
    }

    private static void AppendMany<T>(StringBuilder text, char open, char close, IReadOnlyCollection<T> items, int level, Action<T, int> append)
    {
        text.Append(open);
        bool isFirst = true;
        foreach (T item in items)
        {
            text.Append(isFirst ? "\n" : ",\n").Append(' ', (level + 1) * 2);
            append(item, level + 1);
            isFirst = false;
        }

        if (!isFirst)
        {
            text.Append('\n').Append(' ', level * 2);
        }

        text.Append(close);
    }

    // A file is no web page: letters stay readable.
    private static void AppendText(StringBuilder text, string value) =>
        text.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)).Append('"');
}
