using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>Reads and writes a field of a model, based on its declaration and the format of its type.</summary>
/// <typeparam name="T">The model.</typeparam>
internal abstract class FieldFormat<T>(Field<T> field)
    where T : CniModel
{
    private readonly JsonEncodedText _name = JsonEncodedText.Encode(field.Name);

    /// <summary>Gets the model's declaration.</summary>
    public Field<T> Field { get; } = field;

    /// <summary>Reads a value that isn't null.</summary>
    public abstract void Read(ref WireReader reader, T model);

    /// <summary>Reads <c>null</c> as the model's default, unless the field can't be <c>null</c>.</summary>
    /// <returns><see langword="true"/> if the model doesn't represent the <c>null</c>, so that it must be kept for an update; otherwise, <see langword="false"/>.</returns>
    public abstract bool ReadNull(T model);

    /// <summary>Writes the field, unless it has no value to write.</summary>
    /// <returns><see langword="true"/> if it was written; otherwise, <see langword="false"/>.</returns>
    public abstract bool Write(Utf8JsonWriter writer, T model, bool isCreation);

    private protected void WriteName(Utf8JsonWriter writer) => writer.WritePropertyName(_name);
}

/// <summary>Reads and writes a field of a model.</summary>
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

    // In a creation, the API chooses the value of an empty field. An update repeats what was read as empty, such as null.
    private bool IsLeftOut(TValue value, T model, bool isCreation) => value switch
    {
        string { Length: 0 } => isCreation ? !field.Has(FieldRules.MayBeEmpty) : model.AdditionalProperties.ContainsKey(field.Name),
        IReadOnlyList<string> { Count: 0 } => !isCreation && model.AdditionalProperties.ContainsKey(field.Name),
        Guid id => isCreation && id == Guid.Empty,
        _ => false,
    };
}
