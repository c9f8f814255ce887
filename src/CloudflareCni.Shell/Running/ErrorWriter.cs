using System;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareCni.Shell.Hosting;

namespace CloudflareCni.Shell.Running;

/// <summary>Tells errors in a few lines: who, what, where in a script, what to do, and the id to look it up by.</summary>
internal sealed class ErrorWriter(Terminal terminal)
{
    /// <summary>Writes one error to standard error.</summary>
    /// <param name="record">The error.</param>
    public void Write(ErrorRecord record) => WriteLines(Describe(record));

    /// <summary>Writes what ended a pipeline.</summary>
    /// <param name="exception">What was thrown.</param>
    public void Write(Exception exception)
    {
        switch (exception)
        {
            // Its message has the place of each mistake already.
            case ParseException parse:
                WriteLines([parse.Message, $"  [{parse.ErrorRecord.FullyQualifiedErrorId}]"]);
                break;
            case IContainsErrorRecord { ErrorRecord: { } record }:
                Write(record);
                break;
            default:
                WriteLines([exception.Message]);
                break;
        }
    }

    /// <summary>Writes a message of the shell's own.</summary>
    /// <param name="message">The message.</param>
    public void Write(string message) => WriteLines([message]);

    private static IEnumerable<string> Describe(ErrorRecord record)
    {
        InvocationInfo? invocation = record.InvocationInfo;
        string? command = invocation?.MyCommand is { CommandType: not CommandTypes.Script } info ? info.Name : null;
        string message = record.ErrorDetails?.Message is { Length: > 0 } detailed ? detailed : record.Exception.Message;
        yield return string.IsNullOrEmpty(command) ? message : $"{command}: {message}";

        if (invocation?.ScriptName is { Length: > 0 } script)
        {
            yield return $"  at {script}:{invocation.ScriptLineNumber} char:{invocation.OffsetInLine}";
        }

        if (record is { FullyQualifiedErrorId: "CouldNotAutoLoadModule", Exception: CommandNotFoundException { CommandName: { } name } }
            && MissingCommands.Find(name) is { } explanation)
        {
            yield return "  " + explanation;
        }

        if (record.ErrorDetails?.RecommendedAction is { Length: > 0 } advice)
        {
            yield return "  " + advice;
        }

        yield return $"  [{record.FullyQualifiedErrorId}]";
    }

    private void WriteLines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            terminal.WriteError(line + Environment.NewLine, ConsoleColor.Red);
        }
    }
}
