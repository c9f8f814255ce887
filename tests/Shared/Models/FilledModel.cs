using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.Tests.Shared;

/// <summary>Creates models in which every member has a distinct value, including members that are added later, and compares all of their members.</summary>
internal static class FilledModel
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Gets every model that the API's objects are read into.</summary>
    public static Type[] Types { get; } = typeof(CniModel).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(CniModel)) && !type.IsSubclassOf(typeof(CniInterconnectCreation)))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .ToArray();

    /// <summary>Gets the members of a model that can be set, including those that aren't public.</summary>
    public static PropertyInfo[] MembersOf(Type type) => BasesOf(type)
        .SelectMany(one => one.GetProperties(Any | BindingFlags.DeclaredOnly))
        .Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0)
        .ToArray();

    /// <summary>Creates a model and fills it.</summary>
    public static T Of<T>() => (T)Of(typeof(T));

    /// <summary>Creates a model and fills it.</summary>
    public static object Of(Type type)
    {
        object model = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (PropertyInfo member in MembersOf(type))
        {
            member.SetValue(model, ValueOf(member));
        }

        return model;
    }

    /// <summary>Creates a value for a member that differs from its default and from the values of all other members.</summary>
    public static object ValueOf(MemberInfo member)
    {
        Type declared = ((PropertyInfo)member).PropertyType;
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        string name = $"{member.DeclaringType!.Name}.{member.Name}";
        int number = 1 + (int)(name.Aggregate(2166136261u, (hash, one) => (hash ^ one) * 16777619) % 60_000);
        return type switch
        {
            _ when type == typeof(string) => $"a {name}",
            _ when type == typeof(Guid) => new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => number,
            _ when type == typeof(long) => 4_000_000_000L + number,
            _ when type == typeof(DateTime) => new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddSeconds(number),
            _ when type == typeof(IReadOnlyList<string>) => new[] { $"one {name}", $"two {name}" },
            _ when type == typeof(IReadOnlyDictionary<string, object?>) => new Dictionary<string, object?> { [$"later_{name}"] = name },
            _ when type == typeof(CniOrigin) => new CniOrigin("0123456789abcdef0123456789abcdef", new Uri("https://api.invalid/v4")),
            _ when type.IsSubclassOf(typeof(CniModel)) => Of(type),
            _ => throw new NotSupportedException($"{name} has a type that this test can't fill: {type}"),
        };
    }

    /// <summary>Returns the differences between two models, in all members.</summary>
    /// <param name="expected">A model.</param>
    /// <param name="actual">Another model.</param>
    /// <param name="except">Members that can differ.</param>
    public static IEnumerable<string> Differences(object? expected, object? actual, params string[] except)
    {
        if (expected is not CniModel || actual is not CniModel || expected.GetType() != actual.GetType())
        {
            return Text(expected) == Text(actual) ? [] : [$"{Text(expected)} became {Text(actual)}"];
        }

        return MembersOf(expected.GetType())
            .Where(member => !except.Contains(member.Name))
            .SelectMany(member => Differences(member.GetValue(expected), member.GetValue(actual)).Select(difference => $"{member.Name}: {difference}"));
    }

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (Type? one = type; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "(null)",
        string text => text,
        IEnumerable<string> list => $"[{string.Join(", ", list)}]",
        IEnumerable<KeyValuePair<string, object?>> fields => string.Join("; ", fields.Select(field => $"{field.Key}={field.Value}")),
        CniOrigin origin => $"{origin.AccountId} at {origin.BaseUri}",
        DateTime time => time.ToUniversalTime().ToString("O"),
        _ => FormattableString.Invariant($"{value}"),
    };
}
