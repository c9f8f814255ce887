using System;

namespace CloudflareCni;

/// <summary>What Cloudflare says of an API token.</summary>
public sealed class CniTokenState
{
    /// <summary>Makes a token state from the fields of the API.</summary>
    /// <param name="id">The token's ID (not its secret).</param>
    /// <param name="status">The API's status text.</param>
    /// <param name="notBefore">From when the token is valid; null for no bound.</param>
    /// <param name="expiresOn">Until when the token is valid; null for no bound.</param>
    public CniTokenState(string? id, string? status, DateTimeOffset? notBefore, DateTimeOffset? expiresOn)
    {
        Id = id;
        Status = status;
        NotBefore = notBefore;
        ExpiresOn = expiresOn;
    }

    /// <summary>The token's ID. It is no secret.</summary>
    public string? Id { get; }

    /// <summary><c>active</c>, <c>disabled</c> or <c>expired</c>; any text of the API's is accepted.</summary>
    public string? Status { get; }

    /// <summary>From when the token is valid; null for no bound.</summary>
    public DateTimeOffset? NotBefore { get; }

    /// <summary>Until when the token is valid; null for no bound.</summary>
    public DateTimeOffset? ExpiresOn { get; }
}
