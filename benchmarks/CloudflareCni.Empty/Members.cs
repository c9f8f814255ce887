using System.Management.Automation;

namespace CloudflareCni.PowerShell.Views;

// The types file asks for these by name.
public static class CniMembers
{
    public static string ConduitName(PSObject instance) => "";

    public static string Description(PSObject instance) => "";

    public static int Mtu(PSObject instance) => 0;

    public static long? CustomerAsn(PSObject instance) => null;

    public static string? ExtraPrefix(PSObject instance) => null;
}

public static class FacilityMembers
{
    public static string? FacilityName(PSObject instance) => null;

    public static string? Location(PSObject instance) => null;
}
