using System;
using System.Collections.Generic;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A command that needs what a CNI belongs to: its interconnect, and the settings of its account. Each is read once.</summary>
public abstract class CniLookupCommand : CniCommand
{
    // By where the CNI was read: two connections may know accounts and interconnects of the same name.
    private readonly Dictionary<(object?, Uri?, string?, string), CniInterconnect> _interconnects = [];
    private readonly Dictionary<(object?, Uri?, string?), CniSettings> _settings = [];

    /// <summary>Reads the interconnect that a CNI is on.</summary>
    /// <param name="cni">The CNI.</param>
    /// <returns>The interconnect.</returns>
    private protected CniInterconnect InterconnectOf(Cni cni)
    {
        (object?, Uri?, string?, string) key = (cni.Origin?.Source, cni.BaseUri, cni.AccountId, cni.Interconnect);
        return _interconnects.TryGetValue(key, out CniInterconnect? known)
            ? known
            : _interconnects[key] = Wait(GetClient(cni).GetInterconnectAsync(cni.Interconnect, Stopped));
    }

    /// <summary>Reads the settings of the account that a CNI is in.</summary>
    /// <param name="cni">The CNI.</param>
    /// <returns>The settings.</returns>
    private protected CniSettings SettingsOf(Cni cni)
    {
        (object?, Uri?, string?) key = (cni.Origin?.Source, cni.BaseUri, cni.AccountId);
        return _settings.TryGetValue(key, out CniSettings? known)
            ? known
            : _settings[key] = Wait(GetClient(cni).GetSettingsAsync(Stopped));
    }
}
