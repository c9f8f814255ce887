using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace CloudflareCni.Shell.Hosting;

/// <summary>How commands speak with the person: results on standard output, all else on standard error, questions in a terminal only.</summary>
internal sealed class ShellUserInterface : PSHostUserInterface
{
    private readonly Terminal _terminal;
    private readonly KeyReader _keys;

    /// <summary>Makes the interface.</summary>
    /// <param name="terminal">Where output goes.</param>
    /// <param name="keys">Where answers come from.</param>
    public ShellUserInterface(Terminal terminal, KeyReader keys)
    {
        _terminal = terminal;
        _keys = keys;
        RawUI = new ShellRawUserInterface(keys);
    }

    public override PSHostRawUserInterface RawUI { get; }

    // Windows terminals show escape sequences as text unless told otherwise.
    public override bool SupportsVirtualTerminal => _terminal.IsOutputStyled && !OperatingSystem.IsWindows();

    // The engine's views are coloured always; this takes the colours out where they do not belong, and heeds $PSStyle.OutputRendering.
    public override void Write(string value) => _terminal.Write(GetOutputString(value, SupportsVirtualTerminal));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => _terminal.Write(GetOutputString(value, SupportsVirtualTerminal), foregroundColor);

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value) => _terminal.WriteError(value + Environment.NewLine, ConsoleColor.Red);

    public override void WriteWarningLine(string message) => WriteStream("WARNING: ", message);

    public override void WriteVerboseLine(string message) => WriteStream("VERBOSE: ", message);

    public override void WriteDebugLine(string message) => WriteStream("DEBUG: ", message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        string percent = record.PercentComplete >= 0 ? $" {record.PercentComplete}%" : "";
        _terminal.ShowProgress(record.RecordType == ProgressRecordType.Completed ? null : $"{record.Activity}: {record.StatusDescription}{percent}");
    }

    public override string ReadLine()
    {
        RequirePerson("read a line");
        return _keys.ReadLine() ?? throw new PipelineStoppedException();
    }

    public override SecureString ReadLineAsSecureString()
    {
        RequirePerson("read a secret");
        return _keys.ReadSecret() ?? throw new PipelineStoppedException();
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        RequirePerson("ask for " + string.Join(", ", descriptions.Select(field => field.Name)));
        return new FieldPrompt(this).Ask(caption, message, descriptions);
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequirePerson($"ask '{string.Join(' ', message.Split('\r', '\n'))}'", " Give -Confirm:$false (or -Force, where there is one) to answer Yes beforehand.");
        return new ChoicePrompt(_terminal, _keys).Ask(caption, message, choices, defaultChoice);
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options)
    {
        RequirePerson("ask for a credential");
        AskHeading(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            AskLabel("User");
            userName = ReadLine();
        }

        AskLabel($"Password for user {userName}");
        return new PSCredential(userName, ReadLineAsSecureString());
    }

    /// <summary>Writes what a group of questions is about.</summary>
    /// <param name="caption">The heading; may be empty.</param>
    /// <param name="message">The explanation; may be empty.</param>
    internal void AskHeading(string caption, string message)
    {
        foreach (string text in new[] { caption, message })
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                _terminal.WriteQuestion(text.TrimEnd() + Environment.NewLine);
            }
        }
    }

    /// <summary>Writes the words in front of an answer.</summary>
    /// <param name="label">What is asked for.</param>
    internal void AskLabel(string label) => _terminal.WriteQuestion(label + ": ");

    private void WriteStream(string prefix, string message) => _terminal.WriteError(prefix + message + Environment.NewLine, ConsoleColor.Yellow);

    private void RequirePerson(string question, string advice = "")
    {
        if (!_terminal.CanAsk)
        {
            throw new HostException(
                $"Cannot {question}: nobody can answer, because input is not a terminal or -NonInteractive is set.{advice}",
                innerException: null,
                "NonInteractive",
                ErrorCategory.InvalidOperation);
        }
    }
}
