using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security;
using CloudflareCni.Configuration;
using CloudflareCni.PowerShell.Connections;

namespace CloudflareCni.PowerShell.Configuration;

/// <summary>Reads a configuration from an object: a hashtable, what ConvertFrom-Json or ConvertFrom-Yaml returns, JSON text, or a file of Get-ChildItem.</summary>
internal static class ConfigurationInput
{
    // As deep as a JSON file may be.
    private const int MaxDepth = 64;

    /// <summary>Reads an object.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="input">The object.</param>
    /// <returns>The document, with what is wrong with it.</returns>
    /// <exception cref="CniArgumentException">It is text that isn't JSON, or it is nested too deeply.</exception>
    public static ConfigurationDocument Read(string parameter, PSObject input) => input.BaseObject switch
    {
        FileInfo file => ConfigurationFiles.Read(file.FullName),
        string text when text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("{", StringComparison.Ordinal) => ConfigurationFiles.Parse(text.TrimStart('\uFEFF')),
        string => throw new CniArgumentException(
            parameter, "The text isn't a configuration in JSON. For a file, use -Path, or Get-Content -Raw, which returns the whole file as one text."),
        _ => ConfigurationReader.Read(Convert(parameter, input, "", 0)),
    };

    private static ConfigurationNode Convert(string parameter, object? input, string pointer, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new CniArgumentException(parameter, $"The configuration is nested more than {MaxDepth} levels deep.");
        }

        object? value = input is PSObject wrapped ? wrapped.BaseObject : input;
        return value switch
        {
            null => Node(null),
            IDictionary table => Fields(table.Cast<DictionaryEntry>().Select(entry => (System.Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!, entry.Value))),
            PSCustomObject => Fields(((PSObject)input!).Properties.Select(property => (property.Name, (object?)property.Value))),
            string or bool or sbyte or byte or short or ushort or int or uint or long or ulong or decimal or float or double => Node(value),
            System.Numerics.BigInteger => Node(value),
            SecureString secret => Node(Secrets.Reveal(secret)),
            DateTime time => Node(time.ToString("o", CultureInfo.InvariantCulture)),
            IEnumerable list => Node(list.Cast<object?>().Select((item, number) => Convert(parameter, item, ConfigurationNode.Append(pointer, number.ToString(CultureInfo.InvariantCulture)), depth + 1)).ToList()),
            _ => Node(System.Convert.ToString(value, CultureInfo.InvariantCulture)),
        };

        ConfigurationNode Node(object? plain) => new(plain, pointer, line: null);

        ConfigurationNode Fields(IEnumerable<(string Name, object? Value)> fields) => Node(fields
            .Select(field => new KeyValuePair<string, ConfigurationNode>(field.Name, Convert(parameter, field.Value, ConfigurationNode.Append(pointer, field.Name), depth + 1)))
            .ToList());
    }
}
