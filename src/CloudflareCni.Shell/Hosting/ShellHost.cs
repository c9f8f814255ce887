using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace CloudflareCni.Shell.Hosting;

/// <summary>The program as the engine sees it.</summary>
internal sealed class ShellHost(ShellUserInterface ui) : PSHost
{
    public override string Name => "CloudflareCni.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => ui;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <summary>The number given to <c>exit</c>; null until then.</summary>
    public int? RequestedExitCode { get; private set; }

    /// <summary>Runs a session inside the command that is running, until it is left.</summary>
    public Action RunNestedPrompt { get; set; } = () => throw new NotSupportedException("A command can be suspended in an interactive session only.");

    /// <summary>Whether the innermost nested session shall end.</summary>
    public bool IsLeavingNestedPrompt { get; set; }

    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    public override void EnterNestedPrompt() => RunNestedPrompt();

    public override void ExitNestedPrompt() => IsLeavingNestedPrompt = true;

    /// <summary>Takes back an <c>exit</c> that meant a nested session.</summary>
    public void ForgetExit() => RequestedExitCode = null;

    // The console stays as it is for native programs.
    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
