using System;

namespace CloudflareCni;

/// <summary>What Cloudflare says of an API token.</summary>
public sealed class CniTokenState : CniModel
{
    /// <summary>The fields of the API, each declared here and nowhere else.</summary>
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

    /// <summary>Makes a token state from the fields of the API.</summary>
    /// <param name="id">The token's ID (not its secret).</param>
    /// <param name="status">The API's status text.</param>
    /// <param name="notBefore">From when the token is valid; null for no bound.</param>
    /// <param name="expiresOn">Until when the token is valid; null for no bound.</param>
    public CniTokenState(string? id, string? status, DateTime? notBefore, DateTime? expiresOn)
    {
        Id = id;
        Status = status;
        NotBefore = notBefore;
        ExpiresOn = expiresOn;
    }

    /// <summary>The token's ID. It is no secret.</summary>
    public string? Id { get; internal set; }

    /// <summary><c>active</c>, <c>disabled</c> or <c>expired</c>; any text of the API's is accepted.</summary>
    public string? Status { get; internal set; }

    /// <summary>From when the token is valid, in UTC; null for no bound.</summary>
    public DateTime? NotBefore { get; internal set; }

    /// <summary>Until when the token is valid, in UTC; null for no bound.</summary>
    public DateTime? ExpiresOn { get; internal set; }

    internal override FieldTable Schema => Table;
}
