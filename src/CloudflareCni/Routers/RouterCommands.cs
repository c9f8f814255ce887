namespace CloudflareCni.Routers;

/// <summary>The commands with which a router shows what a link does. They change nothing.</summary>
/// <remarks><c>PEER</c> stands for Cloudflare's address, <c>NAME</c> for the name that the module's own configuration gives the session.</remarks>
internal sealed record RouterCommands
{
    /// <summary>What stands for the port, which only the customer knows.</summary>
    internal const string Port = "<interface>";

    private const string Peer = "PEER";
    private const string Session = "NAME";

    /// <summary>The length of the IP and ICMP headers of a ping, in bytes.</summary>
    private const int Headers = 28;

    /// <summary>Shows the port: its state, its speed and its errors.</summary>
    public required string PortState { get; init; }

    /// <summary>Shows the light levels of the port.</summary>
    public required string Light { get; init; }

    /// <summary>Shows which hardware address Cloudflare's end has.</summary>
    public required string Arp { get; init; }

    /// <summary>Shows the BGP session.</summary>
    public required string BgpSession { get; init; }

    /// <summary>Shows the routes that came in over BGP.</summary>
    public required string BgpReceived { get; init; }

    /// <summary>Shows the routes that went out over BGP.</summary>
    public required string BgpAdvertised { get; init; }

    /// <summary>Shows the static routes.</summary>
    public required string StaticRoutes { get; init; }

    /// <summary>Pings without fragmentation; <c>SIZE</c> stands for the size.</summary>
    public required string Ping { get; init; }

    /// <summary>Whether the size of a ping counts the headers of IP and ICMP, as Cisco IOS does, or the data alone, as Linux does.</summary>
    public bool PingCountsHeaders { get; init; }

    /// <summary>Gets a command for one link.</summary>
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
