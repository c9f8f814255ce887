using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>The parameters of every cmdlet, as the engine knows them.</summary>
internal static class ModuleParameters
{
    /// <summary>Reads the parameters.</summary>
    /// <param name="session">A session with the module.</param>
    /// <returns>The names of the cmdlets, each with a parameter. Switches and common parameters are excluded.</returns>
    public static IReadOnlyList<(string Cmdlet, ParameterMetadata Parameter)> Read(Session session) =>
    [
        .. from cmdlet in session.Must("Get-Command -Module CloudflareCni.PowerShell").As<CommandInfo>()
           from parameter in cmdlet.Parameters.Values
           where parameter.ParameterType != typeof(SwitchParameter)
           where !Cmdlet.CommonParameters.Contains(parameter.Name) && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name)
           select (cmdlet.Name, parameter),
    ];
}
