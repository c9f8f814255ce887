namespace CloudflareCni;

/// <summary>Specifies the router operating system that a configuration is written for.</summary>
public enum CniRouterPlatform
{
    /// <summary>Cisco IOS XE.</summary>
    IosXe,

    /// <summary>Cisco IOS XR.</summary>
    IosXr,

    /// <summary>Cisco NX-OS.</summary>
    NxOs,

    /// <summary>Juniper Junos.</summary>
    Junos,

    /// <summary>Arista EOS.</summary>
    Eos,

    /// <summary>FRRouting.</summary>
    Frr,

    /// <summary>BIRD 2.</summary>
    Bird,

    /// <summary>OpenBGPD.</summary>
    OpenBgpd,

    /// <summary>VyOS.</summary>
    VyOs,

    /// <summary>MikroTik RouterOS 7.</summary>
    RouterOs,

    /// <summary>Nokia SR Linux.</summary>
    SrLinux,
}
