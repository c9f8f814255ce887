using System.Management.Automation;

namespace CloudflareCni.PowerShell.Views;

/// <summary>Where a slot or an interconnect is, in one word. Named by the module's types file.</summary>
public static class FacilityMembers
{
    /// <summary>The name of the data centre.</summary>
    /// <param name="instance">A slot or an interconnect.</param>
    /// <returns>The name; null when there is no data centre.</returns>
    public static string? FacilityName(PSObject instance) => instance.BaseObject switch
    {
        CniSlot slot => slot.Facility.Name,
        CniInterconnect interconnect => interconnect.Facility?.Name,
        _ => null,
    };

    /// <summary>The Cloudflare site of a physical interconnect, or the region of a cloud's.</summary>
    /// <param name="instance">An interconnect.</param>
    /// <returns>The site or region; null when there is neither.</returns>
    public static string? Location(PSObject instance) => instance.BaseObject is CniInterconnect interconnect ? interconnect.Site ?? interconnect.Region : null;
}
