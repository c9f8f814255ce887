using System.Management.Automation;

namespace CloudflareCni.Shell;

/// <summary>Stands for any command of PowerShell's own modules that the bare engine lacks: takes all arguments and says where the command is.</summary>
[Cmdlet(VerbsCommon.Find, "MissingCommand")]
internal sealed class MissingCommand : PSCmdlet
{
    /// <summary>Whatever the command was given.</summary>
    [Parameter(ValueFromRemainingArguments = true)]
    public object[]? Arguments { get; set; }

    protected override void BeginProcessing()
    {
        string name = MyInvocation.MyCommand.Name;
        ThrowTerminatingError(new ErrorRecord(
            new CommandNotFoundException(MissingCommands.Find(name)) { CommandName = name },
            "CommandNotInEngine",
            ErrorCategory.ObjectNotFound,
            name));
    }
}
