using System.Management.Automation;

namespace CloudflareCni.PowerShell.Views;

/// <summary>The flattened members of a CNI, for tables, filters and CSV files. Named by the module's types file.</summary>
public static class CniMembers
{
    /// <summary>The conduit's name.</summary>
    /// <param name="instance">A CNI.</param>
    /// <returns>The name.</returns>
    public static string ConduitName(PSObject instance) => Of(instance).Magic.ConduitName;

    /// <summary>The description.</summary>
    /// <param name="instance">A CNI.</param>
    /// <returns>The text; may be empty.</returns>
    public static string Description(PSObject instance) => Of(instance).Magic.Description;

    /// <summary>The MTU.</summary>
    /// <param name="instance">A CNI.</param>
    /// <returns>Bytes.</returns>
    public static int Mtu(PSObject instance) => Of(instance).Magic.Mtu;

    /// <summary>The AS number on the customer's end.</summary>
    /// <param name="instance">A CNI.</param>
    /// <returns>The number; null without BGP.</returns>
    public static long? CustomerAsn(PSObject instance) => Of(instance).Bgp?.CustomerAsn;

    /// <summary>The extra prefixes as New-Cni takes them from a row.</summary>
    /// <param name="instance">A CNI.</param>
    /// <returns>The prefixes with commas between them; null without BGP.</returns>
    public static string? ExtraPrefix(PSObject instance) => Of(instance).Bgp is { } bgp ? string.Join(", ", bgp.ExtraPrefixes) : null;

    private static Cni Of(PSObject instance) => (Cni)instance.BaseObject;
}
