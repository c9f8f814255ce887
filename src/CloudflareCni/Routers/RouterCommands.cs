namespace CloudflareCni.Routers;

/// <summary>Contains the commands that show the state of a link on a router. They don't change anything.</summary>
/// <remarks><c>PEER</c> stands for Cloudflare's address, and <c>NAME</c> for the name of the session in the module's own configuration.</remarks>
internal sealed record RouterCommands
{
    /// <summary>The placeholder for the port, which only the customer knows.</summary>
    internal const string Port = "<interface>";

    private const string Peer = "PEER";
    private const string Session = "NAME";

    /// <summary>The length of the IP and ICMP headers of a ping, in bytes.</summary>
    private const int Headers = 28;

    /// <summary>Shows the state, the speed and the errors of the port.</summary>
    public required string PortState { get; init; }

    /// <summary>Shows the light levels of the port.</summary>
    public required string Light { get; init; }

    /// <summary>Shows the hardware address of Cloudflare's end.</summary>
    public required string Arp { get; init; }

    /// <summary>Shows the BGP session.</summary>
    public required string BgpSession { get; init; }

    /// <summary>Shows the routes that were received over BGP.</summary>
    public required string BgpReceived { get; init; }

    /// <summary>Shows the routes that were advertised over BGP.</summary>
    public required string BgpAdvertised { get; init; }

    /// <summary>Shows the static routes.</summary>
    public required string StaticRoutes { get; init; }

    /// <summary>Pings without fragmentation; <c>SIZE</c> stands for the size.</summary>
    public required string Ping { get; init; }

    /// <summary>Gets a value indicating whether the size of a ping includes the headers of IP and ICMP, as on Cisco IOS, or only the data, as on Linux.</summary>
    public bool PingCountsHeaders { get; init; }

    /// <summary>Gets a command for one link.</summary>
    /// <param name="command">The command.</param>
    /// <param name="peer">Cloudflare's address.</param>
    /// <param name="name">The name of the session.</param>
    /// <returns>The command to type.</returns>
    public static string For(string command, string peer, string name) => command.Replace(Peer, peer).Replace(Session, name);

    /// <summary>Gets the command that sends the largest packet that an MTU allows.</summary>
    /// <param name="peer">Cloudflare's address.</param>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <returns>The command to type.</returns>
    public string PingOf(string peer, int mtu) =>
        Ping.Replace(Peer, peer).Replace("SIZE", RouterText.Number(PingCountsHeaders ? mtu : mtu - Headers));
}
