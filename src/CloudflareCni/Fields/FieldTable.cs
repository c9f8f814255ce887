using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace CloudflareCni;

/// <summary>The fields of a model, in the order in which they are written and shown.</summary>
internal abstract class FieldTable
{
    /// <summary>Gets the fields.</summary>
    public abstract IReadOnlyList<Field> All { get; }

    /// <summary>Creates a model whose fields have their defaults.</summary>
    public abstract CniModel CreateModel();
}

/// <summary>The fields of a model: the one place where each is declared.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="create">Creates a model with default values.</param>
/// <param name="isLenient"><see langword="true"/> to keep a field with an unexpected type as an unknown one; <see langword="false"/> to treat it as an error.</param>
/// <param name="isShared"><see langword="true"/> if the same few objects occur often, so that equal ones are shared; otherwise, <see langword="false"/>.</param>
internal sealed class FieldTable<T>(Func<T> create, bool isLenient = false, bool isShared = false) : FieldTable, IEnumerable<Field<T>>
    where T : CniModel
{
    private readonly List<Field<T>> _fields = [];

    /// <summary>Gets the function that creates a model with default values.</summary>
    public Func<T> Create { get; } = create;

    /// <summary>Gets a value indicating whether a field with an unexpected type is kept as an unknown one.</summary>
    public bool IsLenient { get; } = isLenient;

    /// <summary>Gets a value indicating whether equal objects are shared.</summary>
    public bool IsShared { get; } = isShared;

    public override IReadOnlyList<Field> All => _fields;

    public override CniModel CreateModel() => Create();

    /// <summary>Declares a field.</summary>
    /// <param name="name">Its name in the API.</param>
    /// <param name="get">Gets its value.</param>
    /// <param name="set">Sets its value.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="check">Checks a value that a user entered for the named parameter, or <see langword="null"/> if every value is valid.</param>
    /// <param name="parameter">The name of the cmdlets' parameter, if it differs from the property's.</param>
    /// <param name="property">Supplied by the compiler.</param>
    public void Add<TValue>(
        string name,
        Func<T, TValue> get,
        Action<T, TValue> set,
        FieldRules rules = FieldRules.None,
        Action<string, TValue>? check = null,
        string? parameter = null,
        [CallerArgumentExpression(nameof(get))] string property = "") =>
        _fields.Add(new Field<T, TValue>(name, parameter ?? property.Substring(property.LastIndexOf('.') + 1), get, set, rules, check));

    public IEnumerator<Field<T>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
