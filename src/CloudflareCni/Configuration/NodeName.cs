namespace CloudflareCni.Configuration;

/// <summary>The name of a field in its object, or the index of an item in its list.</summary>
internal readonly struct NodeName
{
    private static readonly char[] Escaped = ['~', '/'];

    private readonly string? _field;
    private readonly int _item;

    /// <summary>Initializes a new instance of the <see cref="NodeName"/> struct for a field.</summary>
    public NodeName(string field)
        : this() => _field = field;

    /// <summary>Initializes a new instance of the <see cref="NodeName"/> struct for an item.</summary>
    public NodeName(int item)
        : this() => _item = item;

    /// <summary>Returns the part of a JSON pointer (RFC 6901).</summary>
    public override string ToString() => _field is null ? DisplayText.Number(_item)
        : _field.IndexOfAny(Escaped) < 0 ? _field
        : _field.Replace("~", "~0").Replace("/", "~1");
}
