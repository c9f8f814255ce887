using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Access;

/// <summary>Specifies what a practice credential can do.</summary>
internal sealed class Caller
{
    private Caller(string tokenId)
    {
        TokenId = tokenId;
    }

    /// <summary>Gets the ID that the verify paths return; empty for a key.</summary>
    public string TokenId { get; }

    public bool IsExpired { get; private init; }

    public bool CanWrite { get; private init; } = true;

    public bool CanAccessAccounts { get; private init; } = true;

    /// <summary>Gets a value indicating whether the accounts have CNI.</summary>
    public bool HasCni { get; private init; } = true;

    /// <summary>Gets a value indicating whether the accounts have Magic Transit or Magic WAN.</summary>
    public bool HasMagic { get; private init; } = true;

    /// <summary>Gets the accounts that the credential lists.</summary>
    public IReadOnlyList<Account> Accounts { get; private init; } = [Account.Default];

    /// <summary>
    /// Reads the credential of a request. Assumption: a missing credential and an expired token are a 401, and the verify paths don't accept keys.
    /// </summary>
    /// <exception cref="ApiErrorException">401: the credential is missing, malformed or invalid. 400: it's a global API key.</exception>
    public static Caller Of(SandboxRequest request, bool isVerifying)
    {
        if (request.Headers.TryGetValue("Authorization", out string? authorization))
        {
            string[] parts = authorization.Split([' '], 2);
            string token = parts.Length == 2 ? parts[1].Trim() : string.Empty;
            return parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase) && token.Length > 0
                ? OfToken(token, isVerifying)
                : throw ApiErrorException.FromGateway(401, 6111, "Invalid format for Authorization header");
        }

        string? email = Header(request, "X-Auth-Email");
        string? key = Header(request, "X-Auth-Key");
        if (email is null || key is null)
        {
            throw ApiErrorException.FromGateway(401, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers");
        }

        return key == "invalid" || isVerifying ? throw Invalid(isVerifying) : new Caller(string.Empty);
    }

    private static Caller OfToken(string token, bool isVerifying)
    {
        // No message contains the token itself, because clients mask their credential wherever it appears.
        string id = DeterministicHash.HexId(DeterministicHash.Of(0, token), 0);
        return token switch
        {
            "invalid" => throw Invalid(isVerifying),
            "expired" when isVerifying => new Caller(id) { IsExpired = true },
            "expired" => throw ApiErrorException.FromGateway(401, 10000, "Authentication error: the token is no longer valid"),
            _ when IsGlobalKey(token) => throw ApiErrorException.FromGateway(400, 6003, "Invalid request headers: Invalid format for Authorization header"),
            "read-only" => new Caller(id) { CanWrite = false },
            "other-account" => new Caller(id) { CanAccessAccounts = false, Accounts = [Account.Other] },
            "two-accounts" => new Caller(id) { Accounts = [Account.Default, Account.Other] },
            "no-account" => new Caller(id) { CanAccessAccounts = false, Accounts = [] },
            "no-cni" => new Caller(id) { HasCni = false, HasMagic = false },
            "no-magic" => new Caller(id) { HasMagic = false },
            _ => new Caller(id),
        };
    }

    // A global API key has 37 hexadecimal digits; a token has at least 40 characters.
    private static bool IsGlobalKey(string token) => token.Length == 37 && token.All(Uri.IsHexDigit);

    private static ApiErrorException Invalid(bool isVerifying) => isVerifying
        ? ApiErrorException.FromGateway(401, 1000, "Invalid API Token")
        : ApiErrorException.FromGateway(401, 10000, "Authentication error");

    private static string? Header(SandboxRequest request, string name) =>
        request.Headers.TryGetValue(name, out string? value) && value.Trim().Length > 0 ? value.Trim() : null;
}
