using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>The exception that is thrown when a field of a response isn't valid for the model.</summary>
internal sealed class FieldException(string field, string problem) : JsonException($"{field} {problem}".Trim())
{
    /// <summary>Gets the path of the field, such as <c>items[3].id</c>; empty for the whole response.</summary>
    public string Field { get; } = field;

    /// <summary>Gets what is wrong with the field, as a phrase that follows its name.</summary>
    public string Problem { get; } = problem;

    /// <summary>Creates the exception for a value of another type.</summary>
    public static FieldException Wrong(JsonTokenType token, string field, string wanted) =>
        new(field, token == JsonTokenType.Null ? "is null" : $"isn't {wanted}");

    /// <summary>Returns the exception with the name of the object that the field is in.</summary>
    public FieldException Within(string parent) =>
        new(Field.Length == 0 ? parent : parent.Length == 0 ? Field : $"{parent}.{Field}", Problem);

    /// <summary>Returns a description for a message.</summary>
    public string Describe() => Field.Length == 0 ? $"it {Problem}" : $"{Field} {Problem}";
}
