using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Access;

/// <summary>Who asks: what a practice credential may do.</summary>
internal sealed class Caller
{
    /// <summary>The second account, which the tokens <c>two-accounts</c> and <c>other-account</c> list.</summary>
    public const string OtherAccountId = "c41f5e8a9b2d4760a3e1d8f7062b9c55";

    public const string OtherAccountName = "Sandbox Other Company";

    private static readonly AccountInfo Default = new(CniSandbox.DefaultAccountId, CniSandbox.DefaultAccountName);
    private static readonly AccountInfo Other = new(OtherAccountId, OtherAccountName);

    private Caller(string tokenId)
    {
        TokenId = tokenId;
    }

    /// <summary>The ID that the verify paths show; empty for a key.</summary>
    public string TokenId { get; }

    public bool IsExpired { get; private init; }

    public bool MayWrite { get; private init; } = true;

    public bool ReachesAccounts { get; private init; } = true;

    /// <summary>The accounts that the credential lists.</summary>
    public IReadOnlyList<AccountInfo> Accounts { get; private init; } = [Default];

    /// <summary>Reads the credential of a request. Assumption: none at all and an expired token are 401, and the verify paths know no keys.</summary>
    /// <exception cref="ApiProblem">401: there is none, or it is the practice credential <c>invalid</c>.</exception>
    public static Caller Of(SandboxRequest request, bool verifies)
    {
        if (request.Headers.TryGetValue("Authorization", out string? authorization))
        {
            string[] parts = authorization.Split([' '], 2);
            string token = parts.Length == 2 ? parts[1].Trim() : string.Empty;
            return parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase) && token.Length > 0
                ? OfToken(token, verifies)
                : throw ApiProblem.Gateway(401, 6111, "Invalid format for Authorization header");
        }

        string? email = Header(request, "X-Auth-Email");
        string? key = Header(request, "X-Auth-Key");
        if (email is null || key is null)
        {
            throw ApiProblem.Gateway(401, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers");
        }

        // The verify paths are for tokens, so a key is none that they know.
        return key == "invalid" || verifies ? throw Invalid(verifies) : new Caller(string.Empty);
    }

    private static Caller OfToken(string token, bool verifies)
    {
        string id = Noise.Tag(Noise.Of(0, token), 0);
        return token switch
        {
            "invalid" => throw Invalid(verifies),
            "expired" when verifies => new Caller(id) { IsExpired = true },
            "expired" => throw ApiProblem.Gateway(401, 10000, "Authentication error: the token has run out"),
            _ when IsGlobalKey(token) => throw ApiProblem.Gateway(400, 6003, "Invalid request headers: Invalid format for Authorization header"),
            "read-only" => new Caller(id) { MayWrite = false },
            "other-account" => new Caller(id) { ReachesAccounts = false, Accounts = [Other] },
            "two-accounts" => new Caller(id) { Accounts = [Default, Other] },
            "no-account" => new Caller(id) { ReachesAccounts = false, Accounts = [] },
            _ => new Caller(id),
        };
    }

    // Where a token has 40 characters and more, a global API key is 37 hexadecimal digits.
    private static bool IsGlobalKey(string token) => token.Length == 37 && token.All(Uri.IsHexDigit);

    private static ApiProblem Invalid(bool verifies) => verifies
        ? ApiProblem.Gateway(401, 1000, "Invalid API Token")
        : ApiProblem.Gateway(401, 10000, "Authentication error");

    private static string? Header(SandboxRequest request, string name) =>
        request.Headers.TryGetValue(name, out string? value) && value.Trim().Length > 0 ? value.Trim() : null;
}
