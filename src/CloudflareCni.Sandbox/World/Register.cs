using System;
using System.Collections.Generic;

namespace CloudflareCni.Sandbox.World;

/// <summary>Objects in the order in which they came, found by key, and readable from any place in that order.</summary>
internal sealed class Register<T>
    where T : class, IRegistered
{
    private readonly Dictionary<string, T> _byKey = new(StringComparer.Ordinal);
    private readonly List<T> _inOrder = [];

    public T? Find(string key) => _byKey.TryGetValue(key, out T? found) ? found : null;

    public void Add(T item)
    {
        _byKey.Add(item.Key, item);
        _inOrder.Insert(FirstFrom(item.Sequence), item);
    }

    public void Replace(T item)
    {
        _byKey[item.Key] = item;
        _inOrder[FirstFrom(item.Sequence)] = item;
    }

    public void Remove(T item)
    {
        _byKey.Remove(item.Key);
        _inOrder.RemoveAt(FirstFrom(item.Sequence));
    }

    /// <summary>The objects whose sequence number is at least the one given.</summary>
    public IEnumerable<T> From(int sequence)
    {
        for (int place = FirstFrom(sequence); place < _inOrder.Count; place++)
        {
            yield return _inOrder[place];
        }
    }

    private int FirstFrom(int sequence)
    {
        int low = 0;
        int high = _inOrder.Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_inOrder[middle].Sequence < sequence)
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
