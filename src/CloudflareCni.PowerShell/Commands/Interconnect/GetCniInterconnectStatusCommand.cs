using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;
using CloudflareCni.PowerShell.Views;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the state of interconnects and the reason for it.</summary>
[Cmdlet(VerbsCommon.Get, "CniInterconnectStatus")]
[OutputType(typeof(CniInterconnectStatus))]
public sealed class GetCniInterconnectStatusCommand : CniParallelCommand
{
    /// <summary>Specifies the names of the interconnects. Wildcards are allowed. By default, the status of all interconnects is returned.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [InterconnectReferenceTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterconnectCompleter))]
    public InterconnectReference[]? Name { get; set; }

    private protected override string ActivityText => "Getting the status of interconnects";

    private protected override void Process()
    {
        foreach (InterconnectReference name in Resolve(Name))
        {
            StartRequest(name.Name, () => GetClient(name).GetInterconnectStatusAsync(name.Name, Stopped), answer => Write(answer()));
        }
    }

    private void Write(CniInterconnectStatus status) => WriteObject(ModelMembers.With(status));
}
