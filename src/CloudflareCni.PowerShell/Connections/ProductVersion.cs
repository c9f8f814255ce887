using System;
using System.Reflection;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>The versions of the module and of the PowerShell that it runs in.</summary>
internal static class ProductVersion
{
    /// <summary>Gets the version of the module.</summary>
    public static string Module { get; } = typeof(ProductVersion).Assembly.GetName().Version!.ToString(3);

    /// <summary>Gets the version of PowerShell.</summary>
    public static string Engine { get; } = FindEngine();

    /// <summary>Gets the name of the module with its version.</summary>
    public static string Generator => $"CloudflareCni.PowerShell {Module}";

    // PSVersionInfo is not public in Windows PowerShell; the engine's informational version is $PSVersionTable.PSVersion in 6 and later.
    private static string FindEngine()
    {
        Assembly engine = typeof(System.Management.Automation.PSObject).Assembly;
        string? informational = engine.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        string version = informational?.Split(' ', '+')[0] ?? "";
        return Version.TryParse(version.Split('-')[0], out Version? parsed) && parsed.Major >= 6 ? version : "5.1";
    }
}
