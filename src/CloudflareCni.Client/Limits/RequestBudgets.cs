using System;
using System.Collections.Concurrent;

namespace CloudflareCni.Client;

/// <summary>The budgets of the process, one for each credential. Cloudflare counts by user or token, across all sessions.</summary>
internal static class RequestBudgets
{
    private static readonly ConcurrentDictionary<(string Credential, TimeProvider Clock), RequestBudget> Budgets = new();

    // The key is kept for the life of the process, so it must not contain the secret itself.
    public static RequestBudget For(CniClientOptions options, TimeProvider clock) =>
        Budgets.GetOrAdd((Fingerprint.Of(options.BaseAddress.Authority, options.Credential.Secret), clock), static key => new RequestBudget(key.Clock));
}
