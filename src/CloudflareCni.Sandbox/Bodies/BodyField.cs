using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareCni.Sandbox.Bodies;

/// <summary>Checks the value of a field, which is neither missing nor null.</summary>
/// <param name="value">The value.</param>
/// <param name="path">The path of the field, to start a reason with.</param>
/// <param name="reasons">Receives what is wrong with the value.</param>
internal delegate void FieldRule(JsonElement value, string path, ICollection<string> reasons);

/// <summary>The declaration of a field in a JSON body. The order of declarations is the order in which the API returns the fields.</summary>
/// <param name="Name">The JSON name.</param>
/// <param name="Rule">The rule for the value.</param>
internal sealed record BodyField(string Name, FieldRule Rule)
{
    public bool IsRequired { get; init; } = true;

    /// <summary>Gets a value indicating whether Cloudflare sets the value when an object is created, so that a create request doesn't have to.</summary>
    public bool IsAssigned { get; init; }

    /// <summary>Gets the fields of a nested object; empty for any other value.</summary>
    public IReadOnlyList<BodyField> Fields { get; init; } = [];

    public static BodyField Object(string name, IReadOnlyList<BodyField> fields) => new(name, FieldRules.Object(fields)) { Fields = fields };
}
