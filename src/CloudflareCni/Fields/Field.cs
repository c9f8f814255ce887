using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CloudflareCni;

/// <summary>One field of a model, declared once: its names in the API and for users, its rules, and the access to its value.</summary>
internal abstract class Field
{
    private protected Field(string name, string parameter, FieldRules rules)
    {
        Name = name;
        Parameter = parameter;
        Rules = rules;
        Utf8Name = Encoding.UTF8.GetBytes(name);
    }

    /// <summary>Gets the field's name in the API.</summary>
    public string Name { get; }

    /// <summary>Gets the field's name in the API, in UTF-8.</summary>
    public byte[] Utf8Name { get; }

    /// <summary>Gets the field's name for users: the name of the cmdlets' parameter.</summary>
    public string Parameter { get; }

    /// <summary>Gets the rules for the field.</summary>
    public FieldRules Rules { get; }

    /// <summary>Gets the type of the value.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Determines whether a rule applies to the field.</summary>
    public bool Has(FieldRules rule) => (Rules & rule) != 0;

    /// <summary>Gets the value in a model.</summary>
    public abstract object? GetValue(CniModel model);

    /// <summary>Sets the value in a model.</summary>
    /// <exception cref="CniArgumentException">The value has another type.</exception>
    public abstract void SetValue(CniModel model, object? value);

    /// <summary>Checks a value that a user entered.</summary>
    /// <exception cref="CniArgumentException">The value isn't valid.</exception>
    public abstract void Check(object value);

    /// <summary>Determines whether two values are equal. A missing list equals an empty one.</summary>
    public static bool IsSame(object? one, object? other) => Equals(one, other)
        || ((one is IReadOnlyList<string> || other is IReadOnlyList<string>)
            && (one as IReadOnlyList<string> ?? []).SequenceEqual(other as IReadOnlyList<string> ?? []));

    /// <summary>Creates a change of the field that can be shown to the user.</summary>
    public CniFieldChange Change(object? from, object? to) => Has(FieldRules.Secret)
        ? new CniFieldChange(Parameter, from is null ? null : CniFieldChanges.AKey, to is null ? null : from is null ? CniFieldChanges.AKey : CniFieldChanges.AnotherKey)
        : new CniFieldChange(Parameter, from, to);
}

/// <summary>One field of a model.</summary>
/// <typeparam name="T">The model.</typeparam>
internal abstract class Field<T> : Field
    where T : CniModel
{
    private protected Field(string name, string parameter, FieldRules rules)
        : base(name, parameter, rules)
    {
    }

    /// <summary>Calls a visitor with the type of the field's value.</summary>
    public abstract TResult Accept<TResult>(IFieldVisitor<T, TResult> visitor);
}

/// <summary>Visits a field with the type of its value.</summary>
internal interface IFieldVisitor<T, out TResult>
    where T : CniModel
{
    /// <summary>Visits a field.</summary>
    TResult Visit<TValue>(Field<T, TValue> field);
}

/// <summary>One field of a model.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
internal sealed class Field<T, TValue>(
    string name, string parameter, Func<T, TValue> get, Action<T, TValue> set, FieldRules rules, Action<string, TValue>? check) : Field<T>(name, parameter, rules)
    where T : CniModel
{
    /// <summary>Gets the value in a model.</summary>
    public Func<T, TValue> Get { get; } = get;

    /// <summary>Sets the value in a model that isn't in use yet.</summary>
    public Action<T, TValue> Set { get; } = set;

    public override Type ValueType => typeof(TValue);

    public override object? GetValue(CniModel model) => Get((T)model);

    public override void SetValue(CniModel model, object? value) => Set((T)model, Typed(value));

    public override void Check(object value) => check?.Invoke(Parameter, Typed(value));

    public override TResult Accept<TResult>(IFieldVisitor<T, TResult> visitor) => visitor.Visit(this);

    private TValue Typed(object? value) =>
        value is TValue typed ? typed
        : value is null && default(TValue) is null ? default!
        : throw new CniArgumentException(Parameter, $"-{Parameter} can't be of the type {value?.GetType().Name ?? "null"}. Use {typeof(TValue).Name}.");
}
