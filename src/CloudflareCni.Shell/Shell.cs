using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using CloudflareCni.Shell.Hosting;
using CloudflareCni.Shell.Options;
using CloudflareCni.Shell.Running;

namespace CloudflareCni.Shell;

/// <summary>One run of the program, from its options to its exit code.</summary>
internal sealed class Shell
{
    private readonly ShellOptions _options;
    private readonly Terminal _terminal;
    private readonly ErrorWriter _errors;

    /// <summary>Prepares a run.</summary>
    /// <param name="options">What to do.</param>
    public Shell(ShellOptions options)
    {
        _options = options;
        _terminal = new Terminal(mayAsk: !options.NonInteractive);
        _errors = new ErrorWriter(_terminal);
    }

    /// <summary>The versions of shell, engine and .NET.</summary>
    public static string Versions =>
        $"CloudflareCni.Shell {Version(typeof(Shell))}, PowerShell engine {Version(typeof(PSObject))}, .NET {Environment.Version}";

    /// <summary>Loads the module and does what the options say.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        using var interrupts = new Interrupts(staysAfterwards: _options.Mode == ShellMode.Interactive || _options.NoExit);
        var keys = new KeyReader(interrupts, _terminal);
        var host = new ShellHost(new ShellUserInterface(_terminal, keys));
        using Runspace runspace = Session.Open(host);
        var runner = new PipelineRunner(runspace, _errors, interrupts);
        if (!LoadModule(runner))
        {
            return ExitCode.NoModule;
        }

        var repl = new Repl(runner, host, _terminal, keys);
        host.RunNestedPrompt = repl.RunNested;
        if (_options.Mode == ShellMode.Interactive)
        {
            WriteBanner(runner);
            return repl.Run();
        }

        int exitCode = _options.Mode == ShellMode.File ? RunFile(runner, host) : RunCommand(runner, host);
        _terminal.ShowProgress(null);
        return _options.NoExit && host.RequestedExitCode is null ? repl.Run() : exitCode;
    }

    private bool LoadModule(PipelineRunner runner)
    {
        try
        {
            string manifest = ModuleLocation.Find(_options.ModulePath);
            Session.ImportModule(runner, manifest);
            if (!_options.NoSandbox)
            {
                Session.ConnectSandbox(runner);
            }

            return true;
        }
        catch (FileNotFoundException exception)
        {
            _errors.Write(exception.Message);
        }
        catch (RuntimeException exception)
        {
            _errors.Write("The module CloudflareCni.PowerShell cannot be used:");
            _errors.Write(exception);
        }

        return false;
    }

    private void WriteBanner(PipelineRunner runner)
    {
        if (_options.NoLogo || Console.IsInputRedirected)
        {
            return;
        }

        _terminal.Write($"""
            {Versions}
            {Session.DescribeConnection(runner)}
            `Get-Command -Module {ModuleLocation.ModuleName}` lists the commands, `exit` leaves.


            """);
    }

    private int RunCommand(PipelineRunner runner, ShellHost host) =>
        ToExitCode(runner.RunText(_options.Target == "-" ? Console.In.ReadToEnd() : _options.Target), host.RequestedExitCode);

    private int RunFile(PipelineRunner runner, ShellHost host)
    {
        string path = Path.GetFullPath(_options.Target);
        if (!File.Exists(path) || !path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
        {
            _errors.Write($"-File needs a PowerShell script: {path} {(File.Exists(path) ? "does not end in .ps1" : "does not exist")}.");
            return ExitCode.Usage;
        }

        RunResult result = runner.RunFile(path, _options.Arguments);

        // `exit 3` in a script file ends the file, not the shell, and leaves its number here.
        int? exited = result == RunResult.Failed && runner.Evaluate("$LASTEXITCODE") is int code and not 0 ? code : null;
        return ToExitCode(result, host.RequestedExitCode ?? exited);
    }

    private static int ToExitCode(RunResult result, int? requested) => result switch
    {
        RunResult.Stopped => ExitCode.Interrupted,
        RunResult.Failed => requested ?? ExitCode.Failure,
        _ => requested ?? ExitCode.Success,
    };

    // The part after + names the commit.
    private static string Version(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', ' ')[0];
}
