namespace CloudflareCni.Sandbox.World;

/// <summary>An item of a <see cref="SequencedSet{T}"/>.</summary>
internal interface ISequenced
{
    /// <summary>Gets the item's place in the order in which its account's objects were created; never used twice.</summary>
    int Sequence { get; }

    /// <summary>Gets the text that identifies the item in a path.</summary>
    string Key { get; }
}
