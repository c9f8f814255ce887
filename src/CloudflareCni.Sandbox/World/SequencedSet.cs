using System;
using System.Collections.Generic;

namespace CloudflareCni.Sandbox.World;

/// <summary>A set of items in the order of their creation, which finds an item by its key and can be read from any place in that order.</summary>
internal sealed class SequencedSet<T>
    where T : class, ISequenced
{
    private readonly Dictionary<string, T> _byKey = new(StringComparer.Ordinal);
    private readonly SortedList<int, T> _bySequence = [];

    public T? Find(string key) => _byKey.TryGetValue(key, out T? found) ? found : null;

    public void Add(T item)
    {
        _byKey.Add(item.Key, item);
        _bySequence.Add(item.Sequence, item);
    }

    public void Replace(T item)
    {
        _byKey[item.Key] = item;
        _bySequence[item.Sequence] = item;
    }

    public void Remove(T item)
    {
        _byKey.Remove(item.Key);
        _bySequence.Remove(item.Sequence);
    }

    /// <summary>Gets the items whose sequence number is at least the one specified.</summary>
    public IEnumerable<T> From(int sequence)
    {
        for (int index = FirstIndexFrom(sequence); index < _bySequence.Count; index++)
        {
            yield return _bySequence.Values[index];
        }
    }

    private int FirstIndexFrom(int sequence)
    {
        int low = 0;
        int high = _bySequence.Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_bySequence.Keys[middle] < sequence)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
