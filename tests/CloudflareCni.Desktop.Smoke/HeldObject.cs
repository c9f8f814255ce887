using System;
using System.Collections.Generic;
using System.Reflection;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>Finds objects that another object references, without depending on its private structure.</summary>
internal static class HeldObject
{
    private const int MaxObjects = 10_000;

    /// <summary>Finds the nearest object of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="root">The object to start from.</param>
    public static T Find<T>(object root)
        where T : class
    {
        var seen = new HashSet<object>();
        var waiting = new Queue<object>([root]);
        while (waiting.Count > 0 && seen.Count < MaxObjects)
        {
            object current = waiting.Dequeue();
            if (current is T found)
            {
                return found;
            }

            if (!seen.Add(current))
            {
                continue;
            }

            foreach (object held in Held(current))
            {
                waiting.Enqueue(held);
            }
        }

        throw new InvalidOperationException($"{root.GetType().Name} doesn't contain a {typeof(T).Name}");
    }

    private static IEnumerable<object> Held(object holder)
    {
        for (Type? type = holder.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (field.FieldType is { IsValueType: false, IsPointer: false } && field.GetValue(holder) is { } value and not string)
                {
                    yield return value;
                }
            }
        }
    }
}
