using System;
using System.Collections.Concurrent;

namespace CloudflareCni.Client;

/// <summary>The budgets of the process, one a credential: Cloudflare counts by user or token, whatever the session.</summary>
internal static class RequestBudgets
{
    private static readonly ConcurrentDictionary<(string Credential, TimeProvider Clock), RequestBudget> Budgets = new();

    // The keys are kept for the life of the process: the secret itself must not be.
    public static RequestBudget For(CniClientOptions options, TimeProvider clock) =>
        Budgets.GetOrAdd((Fingerprint.Of(options.BaseAddress.Authority, options.Credential.Secret), clock), static key => new RequestBudget(key.Clock));
}
