using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>
/// Finds the interconnects of a configuration in an account: by the slot, or else by the name. The name of a new interconnect is Cloudflare's choice, so the
/// name of a GCP partner interconnect may be one that only the configuration has. Its CNIs then say which it is.
/// </summary>
internal sealed class ConfigurationMatch
{
    private readonly Dictionary<string, ConfigurationObject> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, ConfigurationObject> _bySlot = [];
    private readonly HashSet<ConfigurationObject> _claimed = [];
    private readonly Dictionary<ConfigurationObject, ConfigurationObject> _matches = [];
    private readonly IReadOnlyList<ConfigurationObject> _actual;

    public ConfigurationMatch(ConfigurationDocument expected, ConfigurationDocument actual)
    {
        _actual = actual.Interconnects ?? [];
        foreach (ConfigurationObject one in _actual)
        {
            _byName[one.Interconnect] = one;
            if (one.SlotId is { } slot)
            {
                _bySlot[slot] = one;
            }
        }

        IReadOnlyList<ConfigurationObject> wanted = expected.Interconnects ?? [];
        foreach (ConfigurationObject one in wanted)
        {
            ConfigurationObject? found = one.SlotId is { } slot
                ? _bySlot.TryGetValue(slot, out ConfigurationObject? onSlot) ? onSlot : null
                : _byName.TryGetValue(one.Interconnect, out ConfigurationObject? named) && named.SlotId is null ? named : null;
            Claim(one, found);
        }

        foreach (ConfigurationObject one in wanted.Where(one => one.IsGcpPartner && !_matches.ContainsKey(one)))
        {
            Claim(one, FindByCnis(one, expected.Cnis ?? [], actual.Cnis ?? []));
        }
    }

    /// <summary>Gets the interconnects of the account that the configuration doesn't have.</summary>
    public IEnumerable<ConfigurationObject> Others => _actual.Where(one => !_claimed.Contains(one));

    /// <summary>Finds an interconnect of the configuration in the account; null if it isn't there.</summary>
    public ConfigurationObject? Find(ConfigurationObject wanted) => _matches.TryGetValue(wanted, out ConfigurationObject? found) ? found : null;

    /// <summary>Finds the interconnects of the account that may have been ordered with the pairing key of a GCP partner interconnect that wasn't found.</summary>
    public IEnumerable<string> CandidatesFor(ConfigurationObject wanted) => Others.Where(one => MayBe(wanted, one)).Select(one => one.Interconnect);

    private static bool MayBe(ConfigurationObject wanted, ConfigurationObject actual) =>
        actual.IsGcpPartner && MayBe(wanted.Text("region"), actual.Text("region")) && MayBe(wanted.Text("speed"), actual.Text("speed"));

    private static bool MayBe(string wanted, string actual) =>
        wanted.Length == 0 || actual.Length == 0 || wanted.Equals(actual, StringComparison.OrdinalIgnoreCase);

    private void Claim(ConfigurationObject wanted, ConfigurationObject? found)
    {
        if (found is not null && _claimed.Add(found))
        {
            _matches[wanted] = found;
        }
    }

    private ConfigurationObject? FindByCnis(ConfigurationObject wanted, IReadOnlyList<ConfigurationObject> wantedCnis, IReadOnlyList<ConfigurationObject> actualCnis)
    {
        HashSet<string> conduits = [.. wantedCnis.Where(cni => cni.Interconnect == wanted.Interconnect).Select(cni => cni.ConduitName)];
        HashSet<string> hosts = [.. actualCnis.Where(cni => conduits.Contains(cni.ConduitName)).Select(cni => cni.Interconnect)];
        List<ConfigurationObject> found = Others.Where(one => MayBe(wanted, one) && hosts.Contains(one.Interconnect)).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
