namespace CloudflareCni.Sandbox.World;

/// <summary>What a <see cref="Register{T}"/> holds.</summary>
internal interface IRegistered
{
    /// <summary>When the object came, counted in its world; never used twice.</summary>
    int Sequence { get; }

    /// <summary>What a path names the object by.</summary>
    string Key { get; }
}
