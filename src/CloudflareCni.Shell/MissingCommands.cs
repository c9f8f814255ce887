using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CloudflareCni.Shell;

/// <summary>Tells who calls a command of PowerShell's own modules, which the bare engine lacks, where to find it.</summary>
internal static class MissingCommands
{
    private static readonly FrozenDictionary<string, (string Command, string Module)> Index = BuildIndex(new()
    {
        ["Microsoft.PowerShell.Utility"] = """
            Add-Member Add-Type Clear-Variable Compare-Object ConvertFrom-CliXml ConvertFrom-Csv ConvertFrom-Json ConvertFrom-Markdown
            ConvertFrom-SddlString ConvertFrom-StringData ConvertTo-CliXml ConvertTo-Csv ConvertTo-Html ConvertTo-Json ConvertTo-Xml Debug-Runspace
            Disable-PSBreakpoint Disable-RunspaceDebug Enable-PSBreakpoint Enable-RunspaceDebug Export-Alias Export-Clixml Export-Csv Export-FormatData
            Export-PSSession Format-Custom Format-Hex Format-List Format-Table Format-Wide Get-Alias Get-Culture Get-Date Get-Error Get-Event
            Get-EventSubscriber Get-FileHash Get-FormatData Get-Host Get-MarkdownOption Get-Member Get-PSBreakpoint Get-PSCallStack Get-Random
            Get-Runspace Get-RunspaceDebug Get-SecureRandom Get-TraceSource Get-TypeData Get-UICulture Get-Unique Get-Uptime Get-Variable Get-Verb
            Group-Object Import-Alias Import-Clixml Import-Csv Import-LocalizedData Import-PowerShellDataFile Import-PSSession Invoke-Expression
            Invoke-RestMethod Invoke-WebRequest Join-String Measure-Command Measure-Object New-Alias New-Event New-Guid New-Object New-TemporaryFile
            New-TimeSpan New-Variable Out-File Out-GridView Out-Printer Out-String Read-Host Register-EngineEvent Register-ObjectEvent Remove-Alias
            Remove-Event Remove-PSBreakpoint Remove-TypeData Remove-Variable Select-Object Select-String Select-Xml Send-MailMessage Set-Alias Set-Date
            Set-MarkdownOption Set-PSBreakpoint Set-TraceSource Set-Variable Show-Command Show-Markdown Sort-Object Start-Sleep Tee-Object Test-Json
            Trace-Command Unblock-File Unregister-Event Update-FormatData Update-List Update-TypeData Wait-Debugger Wait-Event Write-Debug Write-Error
            Write-Host Write-Information Write-Output Write-Progress Write-Verbose Write-Warning
            """,
        ["Microsoft.PowerShell.Management"] = """
            Add-Content Clear-Content Clear-Item Clear-ItemProperty Clear-RecycleBin Convert-Path Copy-Item Copy-ItemProperty Debug-Process Get-ChildItem
            Get-Clipboard Get-ComputerInfo Get-Content Get-HotFix Get-Item Get-ItemProperty Get-ItemPropertyValue Get-Location Get-Process Get-PSDrive
            Get-PSProvider Get-Service Get-TimeZone Invoke-Item Join-Path Move-Item Move-ItemProperty New-Item New-ItemProperty New-PSDrive New-Service
            Pop-Location Push-Location Remove-Item Remove-ItemProperty Remove-PSDrive Remove-Service Rename-Computer Rename-Item Rename-ItemProperty
            Resolve-Path Restart-Computer Restart-Service Resume-Service Set-Clipboard Set-Content Set-Item Set-ItemProperty Set-Location Set-Service
            Set-TimeZone Split-Path Start-Process Start-Service Stop-Computer Stop-Process Stop-Service Suspend-Service Test-Connection Test-Path
            Wait-Process
            """,
        ["Microsoft.PowerShell.Security"] = """
            ConvertFrom-SecureString ConvertTo-SecureString Get-Acl Get-AuthenticodeSignature Get-CmsMessage Get-Credential Get-ExecutionPolicy
            Get-PfxCertificate New-FileCatalog Protect-CmsMessage Set-Acl Set-AuthenticodeSignature Set-ExecutionPolicy Test-FileCatalog
            Unprotect-CmsMessage
            """,
        ["Microsoft.PowerShell.Archive"] = "Compress-Archive Expand-Archive",
        ["Microsoft.PowerShell.Diagnostics"] = "Get-Counter Get-WinEvent New-WinEvent",
        ["Microsoft.PowerShell.Host"] = "Start-Transcript Stop-Transcript",
        ["Microsoft.PowerShell.ThreadJob"] = "Start-ThreadJob",
    });

    /// <summary>Answers in the runspace for commands that nothing else answers for. A command that a module brings comes first.</summary>
    /// <param name="runspace">The opened runspace.</param>
    public static void Explain(Runspace runspace)
    {
        // With Microsoft.PowerShell.SDK the commands are there, and what is still missing is not missing for our reason.
        if (Type.GetType("Microsoft.PowerShell.Commands.SelectObjectCommand, Microsoft.PowerShell.Commands.Utility") is null)
        {
            // The engine swallows what this action throws, so that the explanation has to be a command itself.
            runspace.SessionStateProxy.InvokeCommand.CommandNotFoundAction = (_, lookup) =>
            {
                if (Index.TryGetValue(lookup.CommandName, out (string Command, string Module) known))
                {
                    lookup.Command = new CmdletInfo(known.Command, typeof(MissingCommand));
                    lookup.StopSearch = true;
                }
            };
        }
    }

    /// <summary>Says where a command is to be found.</summary>
    /// <param name="command">The command, with or without its module.</param>
    /// <returns>The explanation; null for a command of none of PowerShell's own modules.</returns>
    public static string? Find(string command) =>
        Index.TryGetValue(command[(command.LastIndexOf('\\') + 1)..], out (string Command, string Module) known)
            ? $"The command '{known.Command}' belongs to {known.Module}, which is not a part of the bare PowerShell engine that this shell hosts. "
                + "Run it in a full PowerShell (7.4 or later), or build this shell with -p:UsePowerShellSdk=true."
            : null;

    private static FrozenDictionary<string, (string Command, string Module)> BuildIndex(Dictionary<string, string> commandsByModule)
    {
        var index = new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase);
        foreach ((string module, string commands) in commandsByModule)
        {
            foreach (string command in commands.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                index.Add(command, (command, module));
            }
        }

        return index.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
