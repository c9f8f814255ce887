using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni;

/// <summary>Lists the changes of an edit or a creation, based on the fields that the models declare.</summary>
internal static class CniFieldChanges
{
    internal const string AKey = "(a key)";
    internal const string AnotherKey = "(another key)";

    /// <summary>Returns the fields that a creation sets.</summary>
    /// <param name="model">The object to send. A field without a value isn't sent.</param>
    internal static IReadOnlyList<CniFieldChange> Given(CniModel model) => Values(model)
        .Where(field => field.Value is not ("" or IReadOnlyCollection<string> { Count: 0 }) && !Guid.Empty.Equals(field.Value))
        .Select(field => field.Field.Change(null, field.Value))
        .ToList();

    /// <summary>Returns the differences between the current object and the updated one.</summary>
    internal static IReadOnlyList<CniFieldChange> Between(CniModel from, CniModel to)
    {
        var changes = new List<CniFieldChange>();
        Compare(from, to, changes);
        return changes;
    }

    /// <summary>Returns the values that must not be shown.</summary>
    internal static IEnumerable<string> Secrets(CniModel model) =>
        Values(model).Where(field => field.Field.Has(FieldRules.Secret)).Select(field => field.Value).OfType<string>();

    private static IEnumerable<(Field Field, object Value)> Values(CniModel model) => model.Schema.All.SelectMany(field => field.GetValue(model) switch
    {
        null => [],
        CniModel nested => Values(nested),
        { } value => [(field, value)],
    });

    private static void Compare(CniModel? from, CniModel to, List<CniFieldChange> changes)
    {
        foreach (Field field in to.Schema.All)
        {
            object? before = from is null ? null : field.GetValue(from);
            object? after = field.GetValue(to);
            if (after is CniModel nested)
            {
                Compare(before as CniModel, nested, changes);
            }
            else if (before is CniModel)
            {
                changes.Add(field.Change(before.ToString(), null));
            }
            else if (!Field.IsSame(before, after))
            {
                changes.Add(field.Change(before, after));
            }
        }
    }
}
