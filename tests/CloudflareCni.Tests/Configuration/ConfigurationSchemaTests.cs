using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Configuration;
using CsCheck;
using NJsonSchema;
using Xunit;

namespace CloudflareCni.Tests.Configurations;

/// <summary>The schema that ships with the module describes what is written and what is read, field by field.</summary>
public sealed class ConfigurationSchemaTests
{
    private static readonly string Text = Read();

    [Fact]
    public async Task What_is_written_satisfies_the_schema()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);
        Gen.Int[0, int.MaxValue - 1].Sample(
            seed =>
            {
                ConfigurationDocument world = new RandomWorlds(seed).Next().Document;
                foreach (bool includesKeys in (bool[])[true, false])
                {
                    Assert.Empty(schema.Validate(Encoding.UTF8.GetString(ConfigurationJson.Write(world.ToPlain(includesKeys)))));
                }
            },
            iter: 50);
    }

    [Fact]
    public void The_schema_has_the_fields_that_the_models_declare_and_no_others()
    {
        JsonObject definitions = JsonNode.Parse(Text)!["definitions"]!.AsObject();
        Assert.Equal(Declared(ConfigurationShape.Settings), Described(definitions["settings"]!));
        Assert.Equal(Declared(ConfigurationShape.Cni), Described(definitions["cni"]!));
        Assert.Equal(Declared(ConfigurationShape.Interconnect).Append("pairing_key").Append("pairing_key_sha256").Order(), Described(definitions["interconnect"]!));
    }

    [Theory]
    [InlineData("""{ "format": 2 }""")]
    [InlineData("""{ "format": 1, "extra": true }""")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": { "conduit_name": "b", "mtu": 100 } }] }""")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": {} }] }""")]
    [InlineData("""{ "format": 1, "cnis": [{ "interconnect": "a", "magic": { "conduit_name": "b" }, "bgp": { "customer_asn": 0 } }] }""")]
    [InlineData("""{ "format": 1, "interconnects": [{ "slot_id": "3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f93" }] }""")]
    [InlineData("""{ "format": 1, "settings": { "default_asn": "13335x" } }""")]
    public async Task What_the_schema_refuses_is_an_error_for_the_reader(string json)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);

        Assert.NotEmpty(schema.Validate(json));
        Assert.True(ConfigurationReader.Read(ConfigurationJson.Read(Encoding.UTF8.GetBytes(json), out _)!).HasErrors);
    }

    private static IEnumerable<string> Declared(ConfigurationShape shape) => shape.Fields.Select(field => field.Path).Order();

    private static IEnumerable<string> Described(JsonNode definition) => Properties(definition, "").Order();

    private static IEnumerable<string> Properties(JsonNode definition, string prefix) => definition["properties"]!.AsObject()
        .Where(property => property.Key != "note")
        .SelectMany(property => property.Value!["properties"] is null
            ? [prefix + property.Key]
            : Properties(property.Value, $"{prefix}{property.Key}.").Prepend(prefix + property.Key));

    private static string Read()
    {
        using Stream stream = typeof(ConfigurationSchemaTests).Assembly.GetManifestResourceStream(ConfigurationDocument.SchemaFile) ?? throw new InvalidOperationException();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
