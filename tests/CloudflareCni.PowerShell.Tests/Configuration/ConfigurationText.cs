using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudflareCni.Configuration;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Configurations;

namespace CloudflareCni.PowerShell.Tests.Configurations;

/// <summary>Writes documents of tests as files.</summary>
internal static class ConfigurationText
{
    /// <summary>Writes a world, MD5 keys included. An interconnect that a pairing key orders has the key's hash.</summary>
    public static string Write(this TemporaryFolder folder, string name, RandomWorld world)
    {
        JsonObject root = ToJson(world.Document.ToPlain(includesKeys: true)).AsObject();
        foreach (JsonNode? one in root["interconnects"]!.AsArray())
        {
            if (one!["region"] is { } region && one["name"]!.GetValue<string>().StartsWith("new-", System.StringComparison.Ordinal))
            {
                one["pairing_key_sha256"] = PairingKeyHashes.Of(RandomWorlds.PairingKey(region.GetValue<string>()));
            }
        }

        return folder.Write(name, root);
    }

    /// <summary>Writes JSON.</summary>
    public static string Write(this TemporaryFolder folder, string name, JsonNode json)
    {
        string path = folder.At(name);
        File.WriteAllText(path, json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return path;
    }

    private static JsonNode ToJson(object? value) => value switch
    {
        IReadOnlyList<KeyValuePair<string, object?>> fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, field.Value is null ? null : ToJson(field.Value)))),
        IReadOnlyList<string> list => new JsonArray([.. list.Select(item => (JsonNode?)item)]),
        IReadOnlyList<object?> list => new JsonArray([.. list.Select(item => ToJson(item))]),
        bool truth => JsonValue.Create(truth),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        _ => JsonValue.Create(value!.ToString())!,
    };
}
