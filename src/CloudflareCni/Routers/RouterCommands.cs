namespace CloudflareCni.Routers;

/// <summary>The commands with which a router shows the state of a link. They don't change anything.</summary>
/// <remarks><c>PEER</c> is the placeholder for Cloudflare's address, and <c>NAME</c> for the session's name in the module's configuration.</remarks>
internal sealed record RouterCommands
{
    /// <summary>The placeholder for the port, which only the customer knows.</summary>
    internal const string Port = "<interface>";

    private const string Peer = "PEER";
    private const string Session = "NAME";

    /// <summary>The length of the IP and ICMP headers of a ping, in bytes.</summary>
    private const int Headers = 28;

    /// <summary>Gets the command that shows the state, speed and errors of the port.</summary>
    public required string PortState { get; init; }

    /// <summary>Gets the command that shows the light levels of the port.</summary>
    public required string Light { get; init; }

    /// <summary>Gets the command that shows the hardware address of Cloudflare's end.</summary>
    public required string Arp { get; init; }

    /// <summary>Gets the command that shows the BGP session.</summary>
    public required string BgpSession { get; init; }

    /// <summary>Gets the command that shows the routes that the router received over BGP.</summary>
    public required string BgpReceived { get; init; }

    /// <summary>Gets the command that shows the routes that the router advertises over BGP.</summary>
    public required string BgpAdvertised { get; init; }

    /// <summary>Gets the command that shows the static routes.</summary>
    public required string StaticRoutes { get; init; }

    /// <summary>Gets the command that pings without fragmentation. <c>SIZE</c> is the placeholder for the size.</summary>
    public required string Ping { get; init; }

    /// <summary>Gets a value indicating whether the size of a ping includes the IP and ICMP headers, as on Cisco IOS. On Linux, it's only the data.</summary>
    public bool PingCountsHeaders { get; init; }

    /// <summary>Fills in a command for one link.</summary>
    /// <param name="command">The command.</param>
    /// <param name="peer">Cloudflare's address.</param>
    /// <param name="name">The name of the session.</param>
    /// <returns>The command to type.</returns>
    public static string For(string command, string peer, string name) => command.Replace(Peer, peer).Replace(Session, name);

    /// <summary>Gets the command that sends a packet of the size that fills an MTU.</summary>
    /// <param name="peer">Cloudflare's address.</param>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <returns>The command to type.</returns>
    public string PingOf(string peer, int mtu) =>
        Ping.Replace(Peer, peer).Replace("SIZE", RouterText.Number(PingCountsHeaders ? mtu : mtu - Headers));
}
