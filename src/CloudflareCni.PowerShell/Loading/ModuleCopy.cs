using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Compares the module that a command belongs to with the code that runs. Only a command knows both.</summary>
internal static class ModuleCopy
{
    private const string ModuleName = "CloudflareCni.PowerShell";

    private static readonly string Folder = Path.GetDirectoryName(typeof(ModuleCopy).Assembly.Location)!;
    private static readonly Version Code = Short(typeof(ModuleCopy).Assembly.GetName().Version!);
    private static readonly ConditionalWeakTable<Runspace, object> Checked = new();

    /// <summary>Refuses a command whose module has another version than its code, and loads the views if only the DLL was imported.</summary>
    /// <param name="command">The command.</param>
    /// <exception cref="CniException">The session already runs another version.</exception>
    public static void Check(PSCmdlet command)
    {
        if (command.MyInvocation.MyCommand.Module is not { Name: ModuleName } module)
        {
            return;
        }

        Require(module);
        if (Checked.TryGetValue(Runspace.DefaultRunspace, out _))
        {
            return;
        }

        // A second copy beside the first leaves the first one's commands in place: only the list of modules shows it.
        using (var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace))
        {
            foreach (PSModuleInfo imported in shell.AddCommand("Get-Module").AddParameter("Name", ModuleName).Invoke<PSModuleInfo>())
            {
                Require(imported);
            }
        }

        Checked.Add(Runspace.DefaultRunspace, Checked);

        // The manifest names the views, and its folder is the module's.
        if (module.ModuleBase == Folder)
        {
            LoadViews(command);
        }
    }

    /// <summary>Has the next command of this runspace look again.</summary>
    public static void Forget() => Checked.Remove(Runspace.DefaultRunspace);

    private static void Require(PSModuleInfo module)
    {
        if (Short(module.Version) != Code)
        {
            throw new CniException(
                CniErrorKind.ModuleUnusable,
                $"{ModuleName} {module.Version} was imported from '{module.ModuleBase}', but this session already runs version {Code} from '{Folder}'. "
                + "A session can't change the version once it has loaded one. Start a new PowerShell session.");
        }
    }

    private static void LoadViews(PSCmdlet command)
    {
        string root = Path.GetDirectoryName(Folder)!;
        try
        {
            using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
            shell.AddCommand(@"Microsoft.PowerShell.Utility\Update-FormatData")
                .AddParameter("PrependPath", Path.Combine(root, ModuleName + ".Format.ps1xml"))
                .AddParameter("WhatIf", false)
                .AddParameter("Confirm", false)
                .AddParameter("ErrorAction", ActionPreference.Stop)
                .Invoke();
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            command.WriteWarning(
                $"Only the DLL of {ModuleName} was imported, and its views couldn't be loaded: {e.Message} "
                + $"For tables with the right columns, use Import-Module '{Path.Combine(root, ModuleName + ".psd1")}'.");
        }
    }

    private static Version Short(Version version) => new(version.Major, version.Minor, Math.Max(version.Build, 0));
}
