using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Compares the version of the module that a command belongs to with the version of the running code. Only a command knows both.</summary>
internal static class ModuleCopy
{
    private const string ModuleName = "CloudflareCni.PowerShell";

    private static readonly ConditionalWeakTable<Runspace, object> Checked = new();

    /// <summary>Throws an exception if the module and the running code have different versions, and loads the views if only the DLL was imported.</summary>
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

        // If a second copy is imported, the commands of the first copy remain. Only the list of modules shows the second copy.
        using (var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace))
        {
            foreach (PSModuleInfo imported in shell.AddCommand("Get-Module").AddParameter("Name", ModuleName).Invoke<PSModuleInfo>())
            {
                Require(imported);
            }
        }

        Checked.Add(Runspace.DefaultRunspace, Checked);

        // The manifest loads the views. If the module was imported from its DLL, its base is the DLL's folder.
        if (module.ModuleBase == Running.Folder)
        {
            LoadViews(command);
        }
    }

    /// <summary>Causes the next command of this runspace to check again.</summary>
    public static void Forget() => Checked.Remove(Runspace.DefaultRunspace);

    private static void Require(PSModuleInfo module)
    {
        if (Short(module.Version) != Running.Version)
        {
            throw new CniException(
                CniErrorKind.ModuleUnusable,
                $"{ModuleName} {module.Version} was imported from '{module.ModuleBase}', but this session already runs version {Running.Version} from '{Running.Folder}'. "
                + "A session can't load two versions of the module. Start a new PowerShell session.");
        }
    }

    private static void LoadViews(PSCmdlet command)
    {
        string root = Path.GetDirectoryName(Running.Folder)!;
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
                + $"To see tables with the right columns, use Import-Module '{Path.Combine(root, ModuleName + ".psd1")}'.");
        }
    }

    private static Version Short(Version version) => new(version.Major, version.Minor, Math.Max(version.Build, 0));

    // Not needed by the import, which shouldn't take longer for it.
    private static class Running
    {
        public static readonly string Folder = Path.GetDirectoryName(typeof(ModuleCopy).Assembly.Location)!;
        public static readonly Version Version = Short(typeof(ModuleCopy).Assembly.GetName().Version!);
    }
}
