using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace CloudflareCni.Tests.Schema;

/// <summary>
/// Checks bodies against the API's schemas (<c>cni.openapi.yaml</c> and <c>magic.openapi.yaml</c>). The check is strict: a property that the schema doesn't define is an error,
/// unless it's allowed explicitly.
/// </summary>
internal sealed class ApiSchema
{
    private static readonly string[] EnvelopeProperties = ["success", "errors", "messages", "result", "result_info"];

    private readonly ConcurrentDictionary<string, JsonSchema> _compiled = new();
    private readonly JsonObject _page;

    private ApiSchema(JsonObject page)
    {
        _page = page;
        Operations =
        [
            .. from path in page["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               where operation.Key is "get" or "post" or "put" or "delete"
               select new SchemaOperation(operation.Key.ToUpperInvariant(), path.Key, path.Value!.AsObject(), operation.Value!.AsObject()),
        ];
    }

    /// <summary>The project's own copy of the schema.</summary>
    public static ApiSchema Page { get; } = Load();

    public IReadOnlyList<SchemaOperation> Operations { get; }

    /// <summary>Returns the operation that a request calls.</summary>
    /// <param name="method">The method in upper case.</param>
    /// <param name="path">The path after <c>/client/v4/</c>.</param>
    public SchemaOperation? Find(string method, string path) => Operations.FirstOrDefault(operation => operation.Method == method && operation.Matches(path));

    /// <summary>Returns the errors in a request's body; empty if there are none.</summary>
    public IReadOnlyList<string> FaultsOfRequest(SchemaOperation operation, string body, bool strict = true) =>
        operation.RequestBody is { } described ? FaultsOf(body, Content(described, "application/json")!["schema"]!, strict) : ["the operation takes no body"];

    /// <summary>Returns the errors in a response; empty if there are none.</summary>
    public IReadOnlyList<string> FaultsOfResponse(SchemaOperation operation, int status, string? mediaType, byte[] body, bool strict = true)
    {
        if (!operation.Responses.TryGetValue(status, out JsonNode? described))
        {
            return [$"status {status} is not documented"];
        }

        JsonObject response = Resolved(described).AsObject();
        if (!response.ContainsKey("content"))
        {
            return body.Length == 0 ? [] : ["a body came where none is documented"];
        }

        if (Content(response, mediaType) is not { } content)
        {
            return [$"the content type {mediaType} is not documented"];
        }

        if (mediaType == "application/pdf")
        {
            return body.AsSpan().StartsWith("%PDF-"u8) ? [] : ["the body isn't a PDF"];
        }

        string text = System.Text.Encoding.UTF8.GetString(body);
        return FaultsOf(text, content["schema"]!, strict, inEnvelope: operation.IsSupport);
    }

    /// <summary>Returns the errors in a body that should be an error in Cloudflare's envelope.</summary>
    public IReadOnlyList<string> FaultsOfGatewayError(string body)
    {
        var reference = new JsonObject { ["$ref"] = "#/components/schemas/ErrorEnvelope" };
        List<string> faults = [.. FaultsOf(body, reference, strict: true)];
        if (faults.Count == 0)
        {
            JsonElement envelope = JsonElement.Parse(body);
            if (!envelope.TryGetProperty("success", out JsonElement success) || success.ValueKind != JsonValueKind.False)
            {
                faults.Add("success is not false");
            }

            if (!envelope.TryGetProperty("errors", out JsonElement errors) || errors.GetArrayLength() == 0)
            {
                faults.Add("errors is empty");
            }
        }

        return faults;
    }

    private static ApiSchema Load()
    {
        JsonObject page = Load("cni.openapi.yaml");
        JsonObject magic = Load("magic.openapi.yaml");
        Move(magic["paths"]!.AsObject(), page["paths"]!.AsObject());
        Move(magic["components"]!["schemas"]!.AsObject(), page["components"]!["schemas"]!.AsObject());
        return new ApiSchema(page);
    }

    private static JsonObject Load(string name)
    {
        using Stream stream = typeof(ApiSchema).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return YamlToJson.Read(reader);
    }

    private static void Move(JsonObject from, JsonObject to)
    {
        foreach ((string name, JsonNode? value) in from)
        {
            to.Add(name, value!.DeepClone());
        }
    }

    private IReadOnlyList<string> FaultsOf(string body, JsonNode schema, bool strict, bool inEnvelope = false)
    {
        JsonSchema compiled = _compiled.GetOrAdd($"{strict} {inEnvelope} {schema.ToJsonString()}", _ => Compiled(schema, strict, inEnvelope));
        try
        {
            return [.. compiled.Validate(body).SelectMany(Leaves)];
        }
        catch (Newtonsoft.Json.JsonException exception)
        {
            return [$"the body isn't JSON: {exception.Message}"];
        }
    }

    private static IEnumerable<string> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError parent
            ? parent.Errors.Values.SelectMany(errors => errors).SelectMany(Leaves).Prepend(error.ToString())
            : [$"{error.Path}: {error.Kind} {error.Property}"];

    private JsonSchema Compiled(JsonNode schema, bool strict, bool inEnvelope)
    {
        // References are resolved, because a reference can't have sibling properties.
        JsonObject root = Converted(Resolved(schema), strict);
        if (inEnvelope && root["properties"] is JsonObject properties)
        {
            foreach (string name in EnvelopeProperties.Where(name => !properties.ContainsKey(name)))
            {
                properties[name] = new JsonObject();
            }
        }

        root["definitions"] = new JsonObject(_page["components"]!["schemas"]!.AsObject().Select(named =>
            new KeyValuePair<string, JsonNode?>(named.Key, Converted(named.Value!, strict))));
        return JsonSchema.FromJsonAsync(root.ToJsonString()).GetAwaiter().GetResult();
    }

    /// <summary>Converts OpenAPI 3.0 to JSON schema: <c>nullable</c> becomes a type, references move, and descriptions are removed.</summary>
    private static JsonObject Converted(JsonNode node, bool strict)
    {
        var converted = new JsonObject();
        foreach ((string name, JsonNode? value) in node.AsObject())
        {
            switch (name)
            {
                case "nullable" or "discriminator" or "example" or "description" or "format":
                    break;
                case "$ref":
                    converted[name] = ((string)value!).Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
                    break;
                case "properties":
                    converted[name] = new JsonObject(value!.AsObject().Select(property =>
                        new KeyValuePair<string, JsonNode?>(property.Key, Converted(property.Value!, strict))));
                    break;
                case "items":
                    converted[name] = Converted(value!, strict);
                    break;
                case "oneOf":
                    converted[name] = new JsonArray([.. value!.AsArray().Select(choice => Converted(choice!, strict))]);
                    break;
                default:
                    converted[name] = value?.DeepClone();
                    break;
            }
        }

        if (node["format"] is JsonValue format && (string)format! == "uuid")
        {
            converted["format"] = "uuid";
        }

        if (node["nullable"] is not null && node["type"] is { } type)
        {
            converted["type"] = new JsonArray(type.DeepClone(), "null");
        }

        if (strict && node["properties"] is not null)
        {
            converted["additionalProperties"] = false;
        }

        return converted;
    }

    private static JsonNode? Content(JsonNode described, string? mediaType) => mediaType is null ? null : described["content"]?[mediaType];

    private JsonNode Resolved(JsonNode node)
    {
        if ((string?)node["$ref"] is not { } reference)
        {
            return node;
        }

        return reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)_page, (at, name) => at[name]!);
    }
}
