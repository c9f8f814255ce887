namespace CloudflareCni.Sandbox.World;

/// <summary>An account, as <c>/accounts</c> lists it.</summary>
internal sealed record Account(string Id, string Name)
{
    public const string DefaultId = "5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20";
    public const string DefaultName = "Sandbox Example Networks";

    /// <summary>The account that most practice tokens list.</summary>
    public static readonly Account Default = new(DefaultId, DefaultName);

    /// <summary>The second account, which the tokens <c>two-accounts</c> and <c>other-account</c> list.</summary>
    public static readonly Account Other = new("c41f5e8a9b2d4760a3e1d8f7062b9c55", "Sandbox Other Company");

    /// <summary>Gets the account with the specified ID. Any ID is an account of the sandbox.</summary>
    public static Account Of(string id) =>
        id == Default.Id ? Default
        : id == Other.Id ? Other
        : new Account(id, $"Sandbox account {(id.Length > 8 ? id.Substring(0, 8) : id)}");
}
