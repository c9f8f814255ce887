using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Searches an object, including its private fields.</summary>
internal static class ObjectGraph
{
    private const int MaxObjects = 200_000;

    /// <summary>Determines whether a string can be reached from an object.</summary>
    /// <param name="root">The object to start from.</param>
    /// <param name="text">The text, or a part of one.</param>
    public static bool Reaches(object root, string text)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<object>([root]);
        while (waiting.TryDequeue(out object? current))
        {
            if (!seen.Add(current))
            {
                continue;
            }

            if (seen.Count > MaxObjects)
            {
                throw new InvalidOperationException($"{root.GetType().Name} holds more than {MaxObjects} objects");
            }

            foreach (object held in Held(current))
            {
                if (held is string found)
                {
                    if (found.Contains(text, StringComparison.Ordinal))
                    {
                        return true;
                    }
                }
                else if (held is not (MemberInfo or Assembly or Module) && !held.GetType().IsPrimitive)
                {
                    waiting.Enqueue(held);
                }
            }
        }

        return false;
    }

    private static IEnumerable<object> Held(object holder)
    {
        if (holder is Array list)
        {
            return list.GetType().GetElementType()!.IsPrimitive ? [] : list.Cast<object?>().OfType<object>();
        }

        return
            from type in BasesOf(holder.GetType())
            from field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where field.FieldType is { IsPointer: false, IsPrimitive: false, IsByRefLike: false, IsFunctionPointer: false }
            let value = field.GetValue(holder)
            where value is not null
            select value;
    }

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (Type? one = type; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }
}
