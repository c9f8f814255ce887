using System;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Reads the JSON of models, together with the string cache and the origin that this requires.</summary>
/// <param name="json">The reader, at the value to read.</param>
/// <param name="data">The bytes that <paramref name="json"/> reads.</param>
/// <param name="texts">The cache for frequent strings.</param>
/// <param name="origin">The origin of the objects, or <see langword="null"/> for objects that don't belong to an account.</param>
internal ref struct WireReader(Utf8JsonReader json, ReadOnlySpan<byte> data, TextCache texts, CniOrigin? origin)
{
    private readonly ReadOnlySpan<byte> _data = data;

    /// <summary>The underlying reader.</summary>
    public Utf8JsonReader Json = json;

    /// <summary>The origin of the objects.</summary>
    public readonly CniOrigin? Origin = origin;

    /// <summary>Checks that an object begins at the current position.</summary>
    public readonly void BeginObject()
    {
        if (Json.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong("", "an object");
        }
    }

    /// <summary>Moves to the next field's name. Returns <see langword="false"/> at the object's end.</summary>
    public bool NextField() => Json.Read() && Json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Returns the string at the reader's position.</summary>
    public readonly string Text(bool isShared) => isShared ? texts.Get(Json) : Json.GetString()!;

    /// <summary>Returns the bytes of the current object, and a reader at its end.</summary>
    public readonly ReadOnlySpan<byte> WholeObject(out Utf8JsonReader end)
    {
        end = Json;

        // Skip throws if the response hasn't arrived completely, even if this object has.
        _ = end.TrySkip();
        return _data.Slice((int)Json.TokenStartIndex, (int)(end.BytesConsumed - Json.TokenStartIndex));
    }

    /// <summary>Creates the exception for the value at the reader's position.</summary>
    public readonly FieldException Wrong(string field, string wanted) => FieldException.Wrong(Json.TokenType, field, wanted);
}
