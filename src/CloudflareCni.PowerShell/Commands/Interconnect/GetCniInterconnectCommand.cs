using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets interconnects: the links that carry CNIs.</summary>
[Cmdlet(VerbsCommon.Get, "CniInterconnect")]
[OutputType(typeof(CniInterconnect))]
public sealed class GetCniInterconnectCommand : CniListCommand
{
    /// <summary>Specifies the names of the interconnects. Wildcards are allowed. An exact name takes one request.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Name { get; set; }

    /// <summary>Gets only interconnects at the specified Cloudflare site.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string? Site { get; set; }

    /// <summary>Gets only interconnects of the specified type, such as direct or gcp_partner.</summary>
    [Parameter]
    [TrimTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(InterconnectTypeCompleter))]
    public string? Type { get; set; }

    private protected override void Process()
    {
        if (Name is null)
        {
            WriteMatching(null);
            return;
        }

        List<InterconnectReference> patterns = Name.Where(name => name.IsPattern && IsUsable(name)).ToList();
        if (patterns.Count > 0)
        {
            WriteMatching(interconnect => patterns.Any(pattern => pattern.Matches(interconnect.Name)));
        }

        foreach (InterconnectReference name in Name.Where(name => !name.IsPattern))
        {
            Attempt(name.Name, () => WriteOne(name));
        }
    }

    private void WriteMatching(Func<CniInterconnect, bool>? isWanted)
    {
        var filter = new CniInterconnectFilter(Site, Type);
        WriteList((page, cancellation) => GetClient().ListInterconnectsAsync(filter, page, cancellation), isWanted);
    }

    private void WriteOne(InterconnectReference name)
    {
        CniInterconnect interconnect = Wait(GetClient(name).GetInterconnectAsync(name.Name, Stopped));
        if (Matches(Site, interconnect.Site) && Matches(Type, interconnect.Type))
        {
            WriteObject(interconnect);
        }
    }

    private static bool Matches(string? wanted, string? actual) => wanted is null || wanted.Equals(actual, StringComparison.OrdinalIgnoreCase);
}
