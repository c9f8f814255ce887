using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets CNIs: the point-to-point connections on interconnects.</summary>
[Cmdlet(VerbsCommon.Get, "Cni", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Cni))]
public sealed class GetCniCommand : CniListCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";
    private const string InterconnectSet = "Interconnect";

    /// <summary>Specifies the IDs of the CNIs.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [CniReferenceTransformation, ValidateSelection]
    [ArgumentCompleter(typeof(CniIdCompleter))]
    public CniReference[] Id { get; set; } = [];

    /// <summary>Gets only the CNIs on the specified slots.</summary>
    [Parameter(ParameterSetName = ListSet, ValueFromPipeline = true)]
    [SlotReferenceTransformation(ModelOnly = true), ValidateSelection]
    [ArgumentCompleter(typeof(SlotCompleter))]
    public SlotReference[]? Slot { get; set; }

    /// <summary>Gets only the CNIs of the specified tunnel.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [TrimTransformation, ValidateSelection]
    public string? TunnelId { get; set; }

    /// <summary>Gets only the CNIs on the specified interconnects, physical or GCP partner, by name. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = InterconnectSet, Mandatory = true, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation(ModelOnly = true), ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[] Interconnect { get; set; } = [];

    private protected override void Process()
    {
        foreach (CniReference cni in Id)
        {
            Attempt(cni.ToString(), () => WriteObject(Wait(GetClient(cni).GetCniAsync(cni.Id, Stopped))));
        }

        // Names and patterns share one list of all CNIs. The CNIs of an object are read by its slot and with its connection.
        ILookup<bool, InterconnectReference> isName = Interconnect.ToLookup(one => one.Interconnect is null && one.Origin is null);
        InterconnectReference[] names = [.. isName[true].Where(name => !name.IsPattern || IsUsable(name))];
        if (names.Length > 0)
        {
            Attempt(string.Join(", ", names.Select(name => name.Name)), () => WriteOn(names));
        }

        foreach (InterconnectReference interconnect in isName[false])
        {
            Attempt(interconnect.Name, () => WriteOn(interconnect));
        }

        if (ParameterSetName == ListSet)
        {
            IEnumerable<SlotReference?> slots = Slot ?? new SlotReference?[] { null };
            foreach (SlotReference? slot in slots)
            {
                Attempt(slot?.ToString(), () => WriteFiltered(slot));
            }
        }
    }

    private void WriteFiltered(SlotReference? slot)
    {
        var filter = new CniFilter(slot?.Id, TunnelId);
        WriteList((page, cancellation) => GetClient(slot).ListCnisAsync(filter, page, cancellation));
    }

    private void WriteOn(InterconnectReference[] names)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var filter = new CniFilter();
        WriteList((page, cancellation) => GetClient().ListCnisAsync(filter, page, cancellation), cni =>
        {
            bool isWanted = Array.Exists(names, name => name.IsPattern ? name.Matches(cni.Interconnect) : name.Name.Equals(cni.Interconnect, StringComparison.Ordinal));
            if (isWanted)
            {
                found.Add(cni.Interconnect);
            }

            return isWanted;
        });

        // Without CNIs, check that an interconnect that was only specified by name exists.
        foreach (InterconnectReference name in names.Where(name => !name.IsPattern && !found.Contains(name.Name)))
        {
            Attempt(name.Name, () => Wait(GetClient().GetInterconnectAsync(name.Name, Stopped)));
        }
    }

    private void WriteOn(InterconnectReference interconnect)
    {
        bool found = false;
        foreach (Cni cni in CnisOn(interconnect, PageSize))
        {
            found = true;
            WriteObject(cni);
        }

        // Without CNIs, check that an interconnect that was only specified by name exists.
        if (!found && interconnect.Interconnect is null)
        {
            Wait(GetClient(interconnect).GetInterconnectAsync(interconnect.Name, Stopped));
        }
    }
}
