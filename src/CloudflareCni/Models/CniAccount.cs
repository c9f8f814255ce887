namespace CloudflareCni;

/// <summary>An account that a credential reaches.</summary>
public sealed class CniAccount
{
    /// <summary>Makes an account from the fields of the API.</summary>
    /// <param name="id">The account tag.</param>
    /// <param name="name">The account's name.</param>
    public CniAccount(string id, string name)
    {
        Id = id;
        Name = name;
    }

    /// <summary>The account tag.</summary>
    public string Id { get; }

    /// <summary>The account's name.</summary>
    public string Name { get; }

    /// <summary>The name, with the account tag behind it.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Name} ({Id})";
}
