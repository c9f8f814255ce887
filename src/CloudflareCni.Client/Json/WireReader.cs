using System;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Reads the JSON of models, with what reading them needs beside it.</summary>
/// <param name="json">Stands on the value to read.</param>
/// <param name="data">The bytes that <paramref name="json"/> was made for.</param>
/// <param name="texts">Texts that come again and again.</param>
/// <param name="origin">Where the objects come from; null for what belongs to no account.</param>
internal ref struct WireReader(Utf8JsonReader json, ReadOnlySpan<byte> data, TextCache texts, CniOrigin? origin)
{
    private readonly ReadOnlySpan<byte> _data = data;

    /// <summary>Where the reading is.</summary>
    public Utf8JsonReader Json = json;

    /// <summary>Where the objects come from.</summary>
    public readonly CniOrigin? Origin = origin;

    /// <summary>Makes sure that an object begins here.</summary>
    public readonly void BeginObject()
    {
        if (Json.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong("", "an object");
        }
    }

    /// <summary>Goes to the next field's name; false at the object's end.</summary>
    public bool NextField() => Json.Read() && Json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Takes the text that the reader stands on.</summary>
    public readonly string Text(bool isShared) => isShared ? texts.Get(Json) : Json.GetString()!;

    /// <summary>The bytes of the object that the reader stands on, and a reader that stands on its end.</summary>
    public readonly ReadOnlySpan<byte> WholeObject(out Utf8JsonReader end)
    {
        end = Json;

        // Skip refuses to work while more of the answer is to come, though this object is all there.
        _ = end.TrySkip();
        return _data.Slice((int)Json.TokenStartIndex, (int)(end.BytesConsumed - Json.TokenStartIndex));
    }

    /// <summary>The failure of the value that the reader stands on.</summary>
    public readonly FieldException Wrong(string field, string wanted) => FieldException.Wrong(Json.TokenType, field, wanted);
}
