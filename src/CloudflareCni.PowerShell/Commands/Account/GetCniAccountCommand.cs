using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;
using CloudflareCni.PowerShell.Completion;
using CloudflareCni.PowerShell.Pipeline;

namespace CloudflareCni.PowerShell.Commands;

/// <summary>Gets the accounts that the credential has access to.</summary>
[Cmdlet(VerbsCommon.Get, "CniAccount")]
[OutputType(typeof(CniAccount))]
public sealed class GetCniAccountCommand : CniCommand
{
    /// <summary>Gets only accounts with these names. Wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [TrimTransformation, ValidateSelection]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AccountNameCompleter))]
    public string[]? Name { get; set; }

    private protected override void Process()
    {
        IReadOnlyList<NamePattern>? names = NamePattern.Read(nameof(Name), Name);
        string? id = AccountId ?? PipedAccount?.Id;
        IReadOnlyList<CniAccount> found = Wait(GetClient(Connections.For(PipedAccount), "").ListAccountsAsync(Stopped));
        foreach (CniAccount account in found.Where(account => id is null || account.Id == id))
        {
            if (names is null || names.Any(name => name.Matches(account.Name)))
            {
                WriteObject(account);
            }
        }
    }
}
