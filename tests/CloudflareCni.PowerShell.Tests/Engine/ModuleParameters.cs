using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>Every cmdlet's own parameters, as the engine has them.</summary>
internal static class ModuleParameters
{
    /// <summary>Reads them.</summary>
    /// <param name="session">A session with the module.</param>
    /// <returns>The cmdlets' names, each with a parameter. Switches and what every PowerShell cmdlet has are left out.</returns>
    public static IReadOnlyList<(string Cmdlet, ParameterMetadata Parameter)> Read(Session session) =>
    [
        .. from cmdlet in session.Must("Get-Command -Module CloudflareCni.PowerShell").As<CommandInfo>()
           from parameter in cmdlet.Parameters.Values
           where parameter.ParameterType != typeof(SwitchParameter)
           where !Cmdlet.CommonParameters.Contains(parameter.Name) && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name)
           select (cmdlet.Name, parameter),
    ];
}
