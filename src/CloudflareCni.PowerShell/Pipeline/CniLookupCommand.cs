using System;
using System.Collections.Generic;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that need the interconnect of a CNI and the settings of its account. Each is read only once.</summary>
public abstract class CniLookupCommand : CniCommand
{
    // The keys include the origin of the CNI, because accounts and interconnects of two connections can have the same names.
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
