using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.PowerShell.Views;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the static routes of the Magic routing table.</summary>
[Cmdlet(VerbsCommon.Get, "CniMagicRoute")]
[OutputType(typeof(CniMagicRoute))]
public sealed class GetCniMagicRouteCommand : CniMagicCommand
{
    /// <summary>Gets only routes to these prefixes. Wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [TrimTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MagicPrefixCompleter))]
    public string[]? Prefix { get; set; }

    /// <summary>Gets only routes over these next hops. Wildcards are allowed.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MagicNextHopCompleter))]
    public string[]? NextHop { get; set; }

    private protected override void Process()
    {
        IReadOnlyList<NamePattern>? prefixes = NamePattern.Read(nameof(Prefix), Prefix);
        IReadOnlyList<NamePattern>? nextHops = NamePattern.Read(nameof(NextHop), NextHop);
        foreach (CniMagicRoute route in WaitForMagic(GetClient().ListMagicRoutesAsync(Stopped)) ?? [])
        {
            if (Matches(prefixes, route.Prefix) && Matches(nextHops, route.NextHop))
            {
                WriteObject(ModelMembers.With(route));
            }
        }
    }

    private static bool Matches(IReadOnlyList<NamePattern>? wanted, string actual) => wanted is null || wanted.Any(one => one.Matches(actual));
}
