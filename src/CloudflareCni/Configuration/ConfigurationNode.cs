using System.Collections.Generic;

namespace CloudflareCni.Configuration;

/// <summary>A value of a configuration as it is read, with its place.</summary>
/// <param name="value">
/// A text, a number, a Boolean, null, a list of nodes, or a list of pairs of name and node, in which a name may come twice.
/// </param>
/// <param name="pointer">The place, as a JSON pointer (RFC 6901).</param>
/// <param name="line">The line in the file, from 1; null if there is no file.</param>
internal sealed class ConfigurationNode(object? value, string pointer, int? line)
{
    private static readonly char[] Escaped = ['~', '/'];

    public object? Value { get; } = value;

    public string Pointer { get; } = pointer;

    public int? Line { get; } = line;

    /// <summary>Gets the fields of an object; null for any other value.</summary>
    public IReadOnlyList<KeyValuePair<string, ConfigurationNode>>? Fields => Value as IReadOnlyList<KeyValuePair<string, ConfigurationNode>>;

    /// <summary>Gets the items of a list; null for any other value.</summary>
    public IReadOnlyList<ConfigurationNode>? Items => Value as IReadOnlyList<ConfigurationNode>;

    /// <summary>Gets the pointer of a field, or of an item by its number.</summary>
    public static string Append(string pointer, string name) => name.IndexOfAny(Escaped) < 0
        ? string.Concat(pointer, "/", name)
        : $"{pointer}/{name.Replace("~", "~0").Replace("/", "~1")}";

    /// <summary>Gets the node of a field; null if there is none. Of two fields with one name it is the last.</summary>
    public ConfigurationNode? Find(string name)
    {
        if (Fields is { } fields)
        {
            for (int i = fields.Count - 1; i >= 0; i--)
            {
                if (fields[i].Key == name)
                {
                    return fields[i].Value;
                }
            }
        }

        return null;
    }
}
