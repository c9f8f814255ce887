namespace CloudflareCni;

/// <summary>An account that a credential can access.</summary>
public sealed class CniAccount : CniResource
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniAccount> Table = new(static () => new CniAccount())
    {
        { "id", account => account.Id, (account, value) => account.Id = value, FieldRules.Required | FieldRules.NotNull },
        { "name", account => account.Name, (account, value) => account.Name = value, FieldRules.Required },
    };

    internal CniAccount()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniAccount"/> class.</summary>
    /// <param name="id">The account tag.</param>
    /// <param name="name">The name of the account.</param>
    /// <param name="origin">The origin of the account, or <see langword="null"/> if it wasn't read from the API.</param>
    public CniAccount(string id, string name, CniOrigin? origin = null)
        : base(origin)
    {
        Id = id;
        Name = name;
    }

    /// <summary>Gets the account tag.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>Gets the account's name.</summary>
    public string Name { get; internal set; } = "";

    internal override FieldTable Schema => Table;

    /// <summary>Returns the name, followed by the account tag.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Name} ({Id})";
}
