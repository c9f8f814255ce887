namespace CloudflareCni;

/// <summary>The pages that advice comes from, by titles that a user can find.</summary>
internal static class Documentation
{
    public const string GetStarted = "Cloudflare docs: Network Interconnect, Get started";
    public const string Locations = "Cloudflare docs: Network Interconnect, Available locations";
    public const string Maintenance = "Cloudflare docs: Network Interconnect, Maintenance";
    public const string Monitoring = "Cloudflare docs: Network Interconnect, Monitoring and alerts";
    public const string Operations = "Cloudflare docs: Network Interconnect, Operational guidance";
    public const string Resiliency = "Cloudflare docs: Network Interconnect, Resiliency";
    public const string Routes = "Cloudflare docs: Magic WAN, Configure routes";
    public const string Api = "Cloudflare API: Network Interconnects";
    public const string LayerOne = "AWS docs: Direct Connect, Troubleshooting layer 1 (physical) issues";
    public const string Models = "AWS docs: Direct Connect Resiliency Recommendations";
    public const string Attachments = "Google Cloud docs: Cloud Interconnect, Create VLAN attachments";
    public const string Domains = "Google Cloud docs: Partner Interconnect, Establish 99.99% availability";
    public const string Bgp = "RFC 4271: A Border Gateway Protocol 4 (BGP-4)";
    public const string Md5 = "RFC 2385: Protection of BGP Sessions via the TCP MD5 Signature Option";
    public const string Policy = "RFC 8212: Default External BGP Route Propagation Behavior without Policies";
}
