using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>How a field of a model is read and written: what the model declares, with the format of the value's type.</summary>
/// <typeparam name="T">The model.</typeparam>
internal abstract class FieldFormat<T>(Field<T> field)
    where T : CniModel
{
    private readonly JsonEncodedText _name = JsonEncodedText.Encode(field.Name);

    /// <summary>Gets what the model declares.</summary>
    public Field<T> Field { get; } = field;

    /// <summary>Reads a value that isn't null.</summary>
    public abstract void Read(ref WireReader reader, T model);

    /// <summary>Reads null: as the model's default, unless the field can't be null.</summary>
    /// <returns>Whether the model reads as if something else had come, so that the null must be kept for an update.</returns>
    public abstract bool ReadNull(T model);

    /// <summary>Writes the field, unless there is nothing to write.</summary>
    /// <returns>Whether it was written.</returns>
    public abstract bool Write(Utf8JsonWriter writer, T model, bool isCreation);

    private protected void WriteName(Utf8JsonWriter writer) => writer.WritePropertyName(_name);
}

/// <summary>How a field of a model is read and written.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
internal sealed class FieldFormat<T, TValue>(Field<T, TValue> field, ValueFormat<TValue> values) : FieldFormat<T>(field)
    where T : CniModel
{
    private static readonly bool IsNullable = default(TValue) is null;

    public override void Read(ref WireReader reader, T model) => field.Set(model, values.Read(ref reader, field));

    public override bool ReadNull(T model) => IsNullable && !field.Has(FieldRules.NotNull)
        ? field.Get(model) is not null
        : throw new FieldException(field.Name, "is null");

    public override bool Write(Utf8JsonWriter writer, T model, bool isCreation)
    {
        TValue value = field.Get(model);
        if (value is null)
        {
            if (isCreation || !field.Has(FieldRules.NullIsSent))
            {
                return false;
            }

            WriteName(writer);
            writer.WriteNullValue();
            return true;
        }

        if (IsLeftOut(value, model, isCreation))
        {
            return false;
        }

        WriteName(writer);
        values.Write(writer, value, isCreation);
        return true;
    }

    // A creation leaves to the API what is empty; an update says again what it read as empty, such as null.
    private bool IsLeftOut(TValue value, T model, bool isCreation) => value switch
    {
        string { Length: 0 } => isCreation ? !field.Has(FieldRules.MayBeEmpty) : model.AdditionalProperties.ContainsKey(field.Name),
        IReadOnlyList<string> { Count: 0 } => !isCreation && model.AdditionalProperties.ContainsKey(field.Name),
        Guid id => isCreation && id == Guid.Empty,
        _ => false,
    };
}
