using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CloudflareCni.Routers;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>Completes the router platforms, each with its product name.</summary>
public sealed class RouterPlatformCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) =>
        RouterPlatform.All.Select(platform => new CompletionCandidate(platform.Platform.ToString(), platform.Product, $"{platform.Platform}  {platform.Product}"));
}

/// <summary>Completes example interface names, for the specified platform if it's known.</summary>
public sealed class RouterInterfaceCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) =>
        from platform in RouterPlatform.All
        where !Enum.TryParse(bound["Platform"]?.ToString(), ignoreCase: true, out CniRouterPlatform given) || given == platform.Platform
        from name in platform.InterfaceExamples
        select new CompletionCandidate(name, $"example for {platform.Name}");
}

/// <summary>Completes the route priorities that Cloudflare has communities for.</summary>
public sealed class RoutePriorityCompleter : CniCompleter
{
    private protected override IEnumerable<CompletionCandidate> Candidates(IDictionary bound) =>
        from priority in RoutePriorities.Communities
        let what = priority.Value is null ? "Cloudflare's default" : $"community {priority.Value}"
        let value = priority.Key.ToString(CultureInfo.InvariantCulture)
        select new CompletionCandidate(value, what, $"{value}  {what}");
}
