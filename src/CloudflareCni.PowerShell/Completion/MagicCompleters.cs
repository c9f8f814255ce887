using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>Completes the names of Magic interconnects.</summary>
public sealed class MagicNameCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) => CompletionData.MagicInterconnects(bound)
        .Where(magic => magic.Name is not null)
        .OrderBy(magic => magic.Name, StringComparer.OrdinalIgnoreCase)
        .Select(magic =>
        {
            string what = Join(magic.Version is null ? null : $"dataplane {magic.Version}", magic.ColoName, magic.InterfaceAddress, magic.Description);
            return new CompletionCandidate(magic.Name!, what, $"{magic.Name}  {what}");
        });
}

/// <summary>Completes the prefixes of the Magic routing table.</summary>
public sealed class MagicPrefixCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) =>
        RouteCandidates.Create(CompletionData.MagicRoutes(bound), route => route.Prefix, route => $"via {route.NextHop}");
}

/// <summary>Completes the next hops of the Magic routing table.</summary>
public sealed class MagicNextHopCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) =>
        RouteCandidates.Create(CompletionData.MagicRoutes(bound), route => route.NextHop, route => $"to {route.Prefix}");
}

/// <summary>Completes the names of the accounts that the credential has access to.</summary>
public sealed class AccountNameCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) => CompletionData.Accounts(bound)
        .OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase)
        .Select(account => new CompletionCandidate(account.Name, account.Id, $"{account.Name}  {account.Id}"));
}

/// <summary>Completes the IDs of the accounts that the credential has access to. A name finds its account as well.</summary>
public sealed class AccountIdCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) => CompletionData.Accounts(bound)
        .OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase)
        .Select(account => new CompletionCandidate(account.Id, account.Name, $"{account.Name}  {account.Id}", account.Name));
}

/// <summary>Creates the candidates from the routes of the Magic routing table.</summary>
internal static class RouteCandidates
{
    /// <summary>Creates a candidate for each value, with all routes that have the value.</summary>
    public static IEnumerable<CompletionCandidate> Create(IReadOnlyList<CniMagicRoute> routes, Func<CniMagicRoute, string> value, Func<CniMagicRoute, string> what) => routes
        .GroupBy(value)
        .Where(same => same.Key.Length > 0)
        .OrderBy(same => same.Key, StringComparer.Ordinal)
        .Select(same =>
        {
            string line = string.Join(", ", same.Select(what));
            return new CompletionCandidate(same.Key, line, $"{same.Key}  {line}");
        });
}
