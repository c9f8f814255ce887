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
    private static readonly string[] Fields = ["format", "settings", "interconnects", "cnis"];

    // As deep as a JSON file may be.
    private const int MaxDepth = 64;

    /// <summary>Determines whether a value can be a configuration, so that nothing else binds to a parameter.</summary>
    public static bool IsConfiguration(object? input)
    {
        object? value = input is PSObject wrapped ? wrapped.BaseObject : input;
        return value switch
        {
            FileInfo => true,
            string text => IsJson(text),
            IDictionary table => Fields.Any(field => table.Keys.OfType<object>().Any(key => field.Equals(key.ToString(), StringComparison.Ordinal))),
            PSCustomObject => Fields.Any(field => ((PSObject)input!).Properties[field] is not null),
            _ => false,
        };
    }

    /// <summary>Reads an object.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="input">The object.</param>
    /// <returns>The document, with its findings.</returns>
    /// <exception cref="CniArgumentException">It is nested too deeply.</exception>
    public static ConfigurationDocument Read(string parameter, PSObject input) => input.BaseObject switch
    {
        FileInfo file => ConfigurationFiles.Read(file.FullName),
        string text => ConfigurationFiles.Parse(text.TrimStart('\uFEFF')),
        _ => ConfigurationReader.Read(Convert(parameter, input, null, default, 0)),
    };

    private static bool IsJson(string text) => text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') is ['{' or '/', ..];

    private static ConfigurationNode Convert(string parameter, object? input, ConfigurationNode? owner, NodeName place, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new CniArgumentException(parameter, $"The configuration is nested more than {MaxDepth} levels deep.");
        }

        object? value = input is PSObject wrapped ? wrapped.BaseObject : input;
        return value switch
        {
            null => Node(null),
            IDictionary table => Object(table.Cast<DictionaryEntry>().Select(entry => (System.Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!, entry.Value))),
            PSCustomObject => Object(((PSObject)input!).Properties.Select(property => (property.Name, (object?)property.Value))),
            string or bool or sbyte or byte or short or ushort or int or uint or long or ulong or decimal or float or double => Node(value),
            System.Numerics.BigInteger => Node(value),
            SecureString secret => Node(Secrets.Reveal(secret)),
            DateTime time => Node(time.ToString("o", CultureInfo.InvariantCulture)),
            IEnumerable list => List(list),
            _ => Node(System.Convert.ToString(value, CultureInfo.InvariantCulture)),
        };

        ConfigurationNode Node(object? plain) => new(plain, owner, place);

        ConfigurationNode Object(IEnumerable<(string Name, object? Value)> given)
        {
            var fields = new List<KeyValuePair<string, ConfigurationNode>>();
            ConfigurationNode whole = Node(fields);
            fields.AddRange(given.Select(field => new KeyValuePair<string, ConfigurationNode>(
                field.Name, Convert(parameter, field.Value, whole, new NodeName(field.Name), depth + 1))));
            return whole;
        }

        ConfigurationNode List(IEnumerable given)
        {
            var items = new List<ConfigurationNode>();
            ConfigurationNode whole = Node(items);
            items.AddRange(given.Cast<object?>().Select((item, number) => Convert(parameter, item, whole, new NodeName(number), depth + 1)));
            return whole;
        }
    }
}
