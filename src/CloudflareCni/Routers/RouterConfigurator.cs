namespace CloudflareCni.Routers;

/// <summary>Creates the configuration of the customer's router for a CNI.</summary>
public static class RouterConfigurator
{
    /// <summary>Creates a configuration.</summary>
    /// <param name="cni">The CNI.</param>
    /// <param name="interconnect">The interconnect that hosts the CNI.</param>
    /// <param name="settings">The settings of the CNI's account, which have the AS number of Cloudflare's end; <c>null</c> if the CNI has no BGP session.</param>
    /// <param name="platform">The router's operating system.</param>
    /// <param name="options">The options.</param>
    /// <returns>The configuration, with warnings.</returns>
    /// <exception cref="CniArgumentException">
    /// An option isn't valid, the interconnect is a GCP partner interconnect, the CNI's addresses can't be used, or the platform doesn't support the MD5 key.
    /// </exception>
    public static CniRouterConfiguration Create(
        Cni cni, CniInterconnect interconnect, CniSettings? settings, CniRouterPlatform platform, CniRouterOptions options)
    {
        options.Check(platform);
        if (interconnect.Kind == CniInterconnectKind.GcpPartner)
        {
            throw new CniArgumentException(
                "Cni",
                $"CNI {DisplayText.Quote(cni.Magic.ConduitName)} is on the GCP partner interconnect {DisplayText.Quote(interconnect.Name)}, where Google's Cloud Router is Cloudflare's peer. "
                + "Instead of a router of your own, configure the Cloud Router and its VLAN attachment in Google Cloud.");
        }

        RouterPlatform renderer = RouterPlatform.Get(platform);
        return renderer.Render(cni, RouterPlanner.Plan(cni, settings, interconnect.Kind, renderer, options));
    }
}
