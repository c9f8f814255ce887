using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareCni.Client;

/// <summary>The budgets of the process, one for each credential. Cloudflare counts by user or token, across all sessions.</summary>
internal static class RequestBudgets
{
    private static readonly ConcurrentDictionary<(string Credential, TimeProvider Clock), RequestBudget> Budgets = new();

    public static RequestBudget For(CniClientOptions options) =>
        Budgets.GetOrAdd((Fingerprint(options), options.TimeProvider), static key => new RequestBudget(key.Clock));

    // The key is kept for the life of the process, so it must not contain the secret itself.
    private static string Fingerprint(CniClientOptions options)
    {
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes($"{options.BaseAddress.Authority}\0{options.Credential.Secret}")));
    }
}
