using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>A field of an answer that is not what the model needs.</summary>
internal sealed class FieldException(string field, string problem) : JsonException($"{field} {problem}".Trim())
{
    /// <summary>Where it is, such as <c>items[3].id</c>; empty for the whole answer.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong with it, to be read behind its name.</summary>
    public string Problem { get; } = problem;

    /// <summary>The failure of a value of another type.</summary>
    public static FieldException Wrong(JsonTokenType token, string field, string wanted) =>
        new(field, token == JsonTokenType.Null ? "is null" : $"is not {wanted}");

    /// <summary>Says in which object the field is.</summary>
    public FieldException Within(string parent) =>
        new(Field.Length == 0 ? parent : parent.Length == 0 ? Field : $"{parent}.{Field}", Problem);

    /// <summary>One line for a message.</summary>
    public string Describe() => Field.Length == 0 ? $"it {Problem}" : $"{Field} {Problem}";
}
