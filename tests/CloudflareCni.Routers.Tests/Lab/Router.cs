using System.Collections.Generic;

namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>A routing daemon in a namespace.</summary>
internal abstract class Router(Namespace network)
{
    public Namespace Network { get; } = network;

    public static Router Create(CniRouterPlatform platform, Namespace network) => platform switch
    {
        CniRouterPlatform.Frr => new FrrRouter(network),
        CniRouterPlatform.Bird => new BirdRouter(network),
        _ => new OpenBgpdRouter(network),
    };

    /// <summary>Gets a value indicating whether the daemon adds its routes to the kernel. OpenBGPD does so only on OpenBSD.</summary>
    public virtual bool SetsKernelRoutes => true;

    /// <summary>Starts the daemon as a customer does, with the module's configurations.</summary>
    public abstract void StartCustomer(IReadOnlyList<string> texts);

    /// <summary>Returns whether the session to an address is established.</summary>
    public abstract bool IsEstablished(string neighbor);

    /// <summary>Returns the prefixes that a neighbor advertised and a policy accepted, in order.</summary>
    public abstract IReadOnlyList<string> Learned(string neighbor);

    /// <summary>Returns the prefixes that are advertised to a neighbor.</summary>
    public abstract IReadOnlyList<string> Advertised(string neighbor);

    /// <summary>Returns what to show if a test fails.</summary>
    public abstract string Explain();
}
