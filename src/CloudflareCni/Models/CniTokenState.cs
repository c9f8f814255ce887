using System;

namespace CloudflareCni;

/// <summary>The state of an API token, as Cloudflare reports it.</summary>
public sealed class CniTokenState : CniModel
{
    /// <summary>Gets the fields of the API. This is the only place where they are declared.</summary>
    internal static readonly FieldTable<CniTokenState> Table = new(static () => new CniTokenState())
    {
        { "id", token => token.Id, (token, value) => token.Id = value },
        { "status", token => token.Status, (token, value) => token.Status = value },
        { "not_before", token => token.NotBefore, (token, value) => token.NotBefore = value },
        { "expires_on", token => token.ExpiresOn, (token, value) => token.ExpiresOn = value },
    };

    internal CniTokenState()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CniTokenState"/> class.</summary>
    /// <param name="id">The token's ID, which isn't a secret.</param>
    /// <param name="status">The API's status text.</param>
    /// <param name="notBefore">The time when the token becomes valid, or <see langword="null"/> for no limit.</param>
    /// <param name="expiresOn">The time when the token expires, or <see langword="null"/> for no limit.</param>
    public CniTokenState(string? id, string? status, DateTime? notBefore, DateTime? expiresOn)
    {
        Id = id;
        Status = status;
        NotBefore = notBefore;
        ExpiresOn = expiresOn;
    }

    /// <summary>Gets the token's ID, which isn't a secret.</summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the status: <c>active</c>, <c>disabled</c>, <c>expired</c> or any other text from the API.</summary>
    public string? Status { get; internal set; }

    /// <summary>Gets the time when the token becomes valid, in UTC, or <see langword="null"/> for no limit.</summary>
    public DateTime? NotBefore { get; internal set; }

    /// <summary>Gets the time when the token expires, in UTC, or <see langword="null"/> for no limit.</summary>
    public DateTime? ExpiresOn { get; internal set; }

    internal override FieldTable Schema => Table;
}
