using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CloudflareCni.ScriptHost;

/// <summary>Runs the script on its standard input in a separate process, for tests of the Desktop build.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript("$ErrorActionPreference = 'Stop'\n" + Console.In.ReadToEnd());
        foreach (string argument in arguments)
        {
            shell.AddArgument(argument);
        }

        try
        {
            foreach (PSObject? line in shell.Invoke())
            {
                Console.Out.WriteLine(line);
            }

            return 0;
        }
        catch (RuntimeException exception)
        {
            Console.Error.WriteLine(exception.ErrorRecord.ScriptStackTrace);
            Console.Error.WriteLine(exception);
            return 1;
        }
    }
}
