using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.PowerShell.Views;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the Magic side of links, which is their CNIs in Magic Transit and Magic WAN.</summary>
[Cmdlet(VerbsCommon.Get, "CniMagicInterconnect")]
[OutputType(typeof(CniMagicInterconnect))]
public sealed class GetCniMagicInterconnectCommand : CniMagicCommand
{
    /// <summary>Specifies the names of the Magic interconnects, which are the conduit names of the CNIs. Wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [TrimTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MagicNameCompleter))]
    public string[]? Name { get; set; }

    private protected override void Process()
    {
        IReadOnlyList<NamePattern>? names = NamePattern.Read(nameof(Name), Name);
        if (WaitForMagic(GetClient().ListMagicInterconnectsAsync(Stopped)) is not { } found)
        {
            return;
        }

        foreach (CniMagicInterconnect magic in found.Where(magic => names is null || names.Any(name => name.Matches(magic.Name))))
        {
            WriteObject(ModelMembers.With(magic));
        }

        foreach (NamePattern name in (names ?? []).Where(name => !name.HasWildcards && !found.Any(magic => name.Matches(magic.Name))))
        {
            Attempt(name.Text, () => throw new CniException(CniErrorKind.NotFound, $"The account has no Magic interconnect named '{name.Text}'."));
        }
    }
}
