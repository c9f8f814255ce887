using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareCni.Client;

/// <summary>The budgets of the process, one a credential: Cloudflare counts by user or token, whatever the session.</summary>
internal static class RequestBudgets
{
    private static readonly ConcurrentDictionary<(string Credential, TimeProvider Clock), RequestBudget> Budgets = new();

    public static RequestBudget For(CniClientOptions options) =>
        Budgets.GetOrAdd((Fingerprint(options), options.TimeProvider), static key => new RequestBudget(key.Clock));

    // Kept for the life of the process: the secret itself must not be.
    private static string Fingerprint(CniClientOptions options)
    {
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes($"{options.BaseAddress.Authority}\0{options.Credential.Secret}")));
    }
}
