using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the customer name that a Letter of Authorization contains by default.</summary>
[Cmdlet(VerbsCommon.Get, "CniLoaName")]
[OutputType(typeof(string))]
public sealed class GetCniLoaNameCommand : CniLoaCommand
{
    /// <summary>Specifies the names of the interconnects. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[] Name { get; set; } = [];

    private protected override void Process()
    {
        foreach (InterconnectReference name in Resolve(Name))
        {
            Attempt(name.Name, () => RequestLoa(name, () =>
                WriteObject(Wait(GetClient(name).GetLoaDefaultNameAsync(name.Name, Stopped)))));
        }
    }
}
