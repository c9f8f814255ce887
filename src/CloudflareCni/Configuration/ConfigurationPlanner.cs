using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Configuration;

/// <summary>Plans the changes that make an account match a configuration. It decides everything that can be decided without a request.</summary>
internal sealed class ConfigurationPlanner
{
    private const int MinGuarded = 3;

    private readonly ConfigurationDocument _expected;
    private readonly ConfigurationDocument _actual;
    private readonly bool _prunes;
    private readonly ConfigurationMatch _match;
    private readonly List<CniConfigurationDifference> _differences = [];
    private readonly List<ConfigurationStep> _steps = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ordered = new(StringComparer.Ordinal);
    private readonly HashSet<ConfigurationObject> _leaving = [];

    private ConfigurationPlanner(ConfigurationDocument expected, ConfigurationDocument actual, bool prunes)
    {
        _expected = expected;
        _actual = actual;
        _prunes = prunes;
        _match = new ConfigurationMatch(expected, actual);
    }

    /// <summary>Creates the plan.</summary>
    /// <param name="expected">The configuration.</param>
    /// <param name="actual">The account, or a reference configuration.</param>
    /// <param name="prunes">Whether what the configuration doesn't have is removed.</param>
    /// <returns>The plan.</returns>
    public static ConfigurationPlan Plan(ConfigurationDocument expected, ConfigurationDocument actual, bool prunes) =>
        new ConfigurationPlanner(expected, actual, prunes).Plan();

    private ConfigurationPlan Plan()
    {
        if (_expected.Settings is { } settings)
        {
            Change("CNI settings", settings, _actual.Settings ?? new ConfigurationObject(ConfigurationShape.Settings, new CniSettings()));
        }

        foreach (ConfigurationObject interconnect in _expected.Interconnects ?? [])
        {
            PlanInterconnect(interconnect);
        }

        if (_expected.Cnis is { } cnis)
        {
            PlanCnis(cnis);
        }

        if (_expected is { Interconnects: not null, IsPartial: false })
        {
            PlanRemovalOfInterconnects();
        }

        IReadOnlyList<ConfigurationStep> ordered = ConfigurationOrder.Sort(_steps, out IReadOnlyList<(ConfigurationStep Step, ConfigurationStep Holder)> circle);
        foreach ((ConfigurationStep step, ConfigurationStep holder) in circle)
        {
            Block(
                step,
                $"It needs {step.NeededLink}, which {holder.Target} still has. CNIs can't exchange their addresses in one import, because two CNIs can't have the same address. "
                + "First give one of them an unused prefix with Set-Cni -CustIp and -P2pIp, and then import the configuration again.");
        }

        return new ConfigurationPlan(_differences, ordered, _names, Refuse());
    }

    private void PlanInterconnect(ConfigurationObject wanted)
    {
        string target = $"interconnect {wanted.Interconnect}";
        if (_match.Find(wanted) is { } found)
        {
            _names[wanted.Interconnect] = found.Interconnect;
            _differences.AddRange(ConfigurationComparison.Between(target, wanted, found));
            return;
        }

        _missing.Add(wanted.Interconnect);
        string? problem = ProblemOfOrder(wanted);
        if (problem is null)
        {
            _ordered.Add(wanted.Interconnect);
        }

        Add(CniConfigurationAction.Order, target, wanted, problem, "Needs -AllowOrder.");
    }

    private string? ProblemOfOrder(ConfigurationObject wanted)
    {
        if (!wanted.IsGcpPartner)
        {
            return wanted.SlotId is null ? "It doesn't exist, and the API can't order an interconnect of this type." : null;
        }

        List<string> candidates = _match.CandidatesFor(wanted).ToList();
        return candidates.Count > 0
            ? "The API doesn't show pairing keys, so this might be an existing interconnect: " + string.Join(", ", candidates.Select(DisplayText.Escape))
                + ". If it is, use that name in the configuration. Otherwise, add that interconnect to the configuration, too."
            : null;
    }

    private void PlanCnis(IReadOnlyList<ConfigurationObject> cnis)
    {
        ILookup<(string Interconnect, string ConduitName), ConfigurationObject> actual = (_actual.Cnis ?? []).ToLookup(cni => (cni.Interconnect, cni.ConduitName));
        Dictionary<string, ConfigurationObject> holders = (_actual.Cnis ?? []).GroupBy(cni => cni.ConduitName).ToDictionary(same => same.Key, same => same.First());
        var kept = new HashSet<ConfigurationObject>();
        var creations = new List<(ConfigurationObject Wanted, string Target)>();
        foreach (ConfigurationObject wanted in cnis)
        {
            string target = $"CNI {wanted.ConduitName} on {wanted.Interconnect}";
            List<ConfigurationObject> found = _missing.Contains(wanted.Interconnect) ? [] : actual[(NameOf(wanted.Interconnect), wanted.ConduitName)].ToList();
            kept.UnionWith(found);
            if (found.Count == 1)
            {
                Change(target, wanted, found[0]);
            }
            else if (found.Count > 1)
            {
                Add(
                    CniConfigurationAction.Create,
                    target,
                    wanted,
                    $"{DisplayText.Number(found.Count)} CNIs on this interconnect have the conduit name, so it isn't clear which one to change. Rename or remove one of them.");
            }
            else
            {
                creations.Add((wanted, target));
            }
        }

        PlanRemovalOfCnis(kept);
        foreach ((ConfigurationObject wanted, string target) in creations)
        {
            Add(CniConfigurationAction.Create, target, wanted, ProblemOfCreation(wanted, holders));
        }
    }

    private string? ProblemOfCreation(ConfigurationObject wanted, Dictionary<string, ConfigurationObject> holders)
    {
        if (_missing.Contains(wanted.Interconnect) && !_ordered.Contains(wanted.Interconnect))
        {
            return "Its interconnect doesn't exist.";
        }

        if (wanted["magic.mtu"] is null)
        {
            return "A new CNI needs an MTU. Add magic.mtu.";
        }

        if (wanted.Has(wanted.Shape["bgp"]) && wanted["bgp"] is not null && wanted["bgp.customer_asn"] is null)
        {
            return "A new BGP session needs an AS number. Add bgp.customer_asn.";
        }

        return holders.TryGetValue(wanted.ConduitName, out ConfigurationObject? holder) && !_leaving.Contains(holder)
            ? $"A CNI on interconnect {DisplayText.Escape(holder.Interconnect)} has this conduit name, and a CNI can't move. With -Prune, that CNI is removed first."
            : null;
    }

    private void PlanRemovalOfCnis(HashSet<ConfigurationObject> kept)
    {
        HashSet<string> known = [.. _names.Values];
        foreach (ConfigurationObject extra in (_actual.Cnis ?? []).Where(cni => !kept.Contains(cni)))
        {
            bool isOfAnotherPart = _expected.IsPartial && !known.Contains(extra.Interconnect);
            if (!isOfAnotherPart)
            {
                Remove($"CNI {extra.ConduitName} on {extra.Interconnect}", extra);
                if (_prunes)
                {
                    _leaving.Add(extra);
                }
            }
        }
    }

    private void PlanRemovalOfInterconnects()
    {
        ILookup<string, ConfigurationObject> standing = (_actual.Cnis ?? []).Where(cni => !_leaving.Contains(cni)).ToLookup(cni => cni.Interconnect);
        foreach (ConfigurationObject extra in _match.Others)
        {
            string target = $"interconnect {extra.Interconnect}";
            if (_prunes && standing[extra.Interconnect].Any())
            {
                string names = string.Join(", ", standing[extra.Interconnect].Select(cni => DisplayText.Escape(cni.ConduitName)));
                _differences.Add(Removal(target, extra, CniConfigurationAction.None, $"It carries CNIs that the import doesn't remove: {names}."));
            }
            else
            {
                Remove(target, extra);
            }
        }
    }

    private void Change(string target, ConfigurationObject expected, ConfigurationObject actual)
    {
        List<CniConfigurationDifference> differences = ConfigurationComparison.Between(target, expected, actual);
        if (differences.Count == 0)
        {
            return;
        }

        string? problem = ProblemOfChange(expected, actual);
        _differences.AddRange(problem is null ? differences : Blocked(differences, problem));
        if (problem is null && actual.Model is { } current)
        {
            _steps.Add(new ConfigurationStep { Action = CniConfigurationAction.Change, Target = target, Expected = expected, Current = current, Differences = differences });
        }
    }

    private static string? ProblemOfChange(ConfigurationObject expected, ConfigurationObject actual)
    {
        if (actual.Model is not Cni current)
        {
            return null;
        }

        if (current.Bgp is null && expected["bgp"] is not null && expected["bgp.customer_asn"] is null)
        {
            return "The CNI has no BGP session, and a new one needs an AS number. Add bgp.customer_asn.";
        }

        Cni updated = expected.ApplyTo(current);
        if ((updated.CustIp == current.CustIp && updated.P2pIp == current.P2pIp)
            || !IpPrefix.TryParse(updated.CustIp, out IpPrefix custIp)
            || !IpPrefix.TryParse(updated.P2pIp, out IpPrefix p2pIp))
        {
            return null;
        }

        try
        {
            PointToPointRules.CheckPair("cust_ip", custIp, p2pIp);
            return null;
        }
        catch (CniArgumentException problem)
        {
            return problem.Message;
        }
    }

    private void Remove(string target, ConfigurationObject extra)
    {
        CniConfigurationDifference difference = _prunes
            ? Removal(target, extra, CniConfigurationAction.Remove, "Needs -Prune.")
            : Removal(target, extra, CniConfigurationAction.None, "It isn't in the configuration. To remove it, use -Prune.");
        _differences.Add(difference);
        if (_prunes && extra.Model is { } current)
        {
            _steps.Add(new ConfigurationStep { Action = CniConfigurationAction.Remove, Target = target, Current = current, Differences = [difference] });
        }
    }

    private static CniConfigurationDifference Removal(string target, ConfigurationObject extra, CniConfigurationAction action, string reason) => new()
    {
        Object = target,
        Actual = extra.Shape == ConfigurationShape.Cni ? extra.ConduitName : extra.Interconnect,
        Action = action,
        Reason = reason,
    };

    private void Add(CniConfigurationAction action, string target, ConfigurationObject expected, string? problem, string? reason = null)
    {
        List<CniConfigurationDifference> differences = ConfigurationComparison.Of(target, expected, action, reason);
        _differences.AddRange(problem is null ? differences : Blocked(differences, problem));
        if (problem is null)
        {
            bool needsInterconnect = expected.Shape == ConfigurationShape.Cni && _missing.Contains(expected.Interconnect);
            _steps.Add(new ConfigurationStep { Action = action, Target = target, Expected = expected, Differences = differences, NeedsInterconnect = needsInterconnect });
        }
    }

    private void Block(ConfigurationStep step, string reason)
    {
        for (int i = 0; i < _differences.Count; i++)
        {
            if (step.Differences.Contains(_differences[i]))
            {
                _differences[i] = Blocked([_differences[i]], reason).Single();
            }
        }
    }

    private static IEnumerable<CniConfigurationDifference> Blocked(IEnumerable<CniConfigurationDifference> differences, string reason) => differences.Select(one => new CniConfigurationDifference
    {
        Object = one.Object,
        Field = one.Field,
        Expected = one.Expected,
        Actual = one.Actual,
        Action = CniConfigurationAction.None,
        Reason = reason,
        Pointer = one.Pointer,
        Line = one.Line,
        IsBlocked = true,
    });

    private string NameOf(string interconnect) => _names.TryGetValue(interconnect, out string? name) ? name : interconnect;

    // octoDNS has the same guard: if half of a file is lost, half of the account must not be removed.
    private string? Refuse() =>
        RefuseRemoval<Cni>("CNIs", _actual.Cnis) ?? RefuseRemoval<CniInterconnect>("interconnects", _actual.Interconnects);

    private string? RefuseRemoval<T>(string what, IReadOnlyList<ConfigurationObject>? all)
        where T : CniModel
    {
        int removed = _steps.Count(step => step.Action == CniConfigurationAction.Remove && step.Current is T);
        int count = all?.Count ?? 0;
        return count >= MinGuarded && removed * 3 > count
            ? $"{DisplayText.Number(removed)} of {DisplayText.Number(count)} {what} would be removed, which is more than a third."
            : null;
    }
}
