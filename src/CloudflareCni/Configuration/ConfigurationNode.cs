using System.Collections.Generic;

namespace CloudflareCni.Configuration;

/// <summary>A value of a configuration as it is read, with its place. Most places are never asked for, so that they are found only on demand.</summary>
/// <param name="value">
/// A text, a number, a Boolean, null, a list of nodes, or a list of pairs of name and node, in which a name may come twice.
/// </param>
/// <param name="owner">The object or the list that has the value; null for the whole.</param>
/// <param name="name">The name of the field, or the number of the item.</param>
/// <param name="lines">The lines of the file; null if there is no file.</param>
/// <param name="offset">The number of bytes before the value in the file.</param>
internal sealed class ConfigurationNode(object? value, ConfigurationNode? owner, NodeName name, TextLines? lines = null, int offset = 0)
{
    public object? Value { get; } = value;

    /// <summary>Gets the place, as a JSON pointer (RFC 6901).</summary>
    public string Pointer => owner is null ? "" : $"{owner.Pointer}/{name}";

    /// <summary>Gets the line in the file, from 1; null if there is no file.</summary>
    public int? Line => lines?.At(offset);

    /// <summary>Gets the fields of an object; null for any other value.</summary>
    public List<KeyValuePair<string, ConfigurationNode>>? Fields => Value as List<KeyValuePair<string, ConfigurationNode>>;

    /// <summary>Gets the items of a list; null for any other value.</summary>
    public List<ConfigurationNode>? Items => Value as List<ConfigurationNode>;

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
