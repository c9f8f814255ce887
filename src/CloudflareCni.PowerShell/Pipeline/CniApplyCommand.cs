using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.Configuration;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that apply a plan. For each step, they read the object again, ask, and make the change.</summary>
public abstract class CniApplyCommand : CniConfigurationCommand
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private ICniAccountClient? _client;
    private bool _mustAsk;

    private ICniAccountClient Client => _client!;

    /// <summary>Takes the steps of a plan. If a step fails, an error is written for its object, and the command continues.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="steps">Those of its steps that are taken.</param>
    private protected void Apply(ConfigurationPlan plan, IEnumerable<ConfigurationStep> steps)
    {
        _client = GetClient();
        _names.Clear();
        foreach (KeyValuePair<string, string> known in plan.Interconnects)
        {
            _names[known.Key] = known.Value;
        }

        foreach (ConfigurationStep step in steps)
        {
            _mustAsk = step.Action is CniConfigurationAction.Order or CniConfigurationAction.Remove;
            if (!IsWhatIf && step.Prerequisites.FirstOrDefault(other => !other.IsApplied) is { } missing)
            {
                WriteWarning($"{step.Target} was skipped, because it needs a name or an address that {missing.Target} still has.");
                continue;
            }

            Attempt(step.Target, () => Take(step));
        }
    }

    // Orders and removals always ask. A change asks only if the user wants a question before each change.
    private protected override bool ConfirmAction(string question)
    {
        if (_mustAsk || IsWhatIf || GetSwitch("Confirm") is not null || IsMediumAsked())
        {
            return base.ConfirmAction(_mustAsk ? question + Connections.Latest.Rehearsal : question);
        }

        WriteVerbose(question);
        return true;
    }

    private bool IsMediumAsked() =>
        LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), out ConfirmImpact preference) && preference is ConfirmImpact.Low or ConfirmImpact.Medium;

    private void Take(ConfigurationStep step)
    {
        switch (step.Action, step.Current, step.Expected)
        {
            case (CniConfigurationAction.Change, CniSettings, _):
                ChangeSettings(step);
                break;
            case (CniConfigurationAction.Order, _, { SlotId: { } slot }):
                Order(step, new SlotReference(slot));
                break;
            case (CniConfigurationAction.Order, _, _):
                OrderGcpPartner(step);
                break;
            case (CniConfigurationAction.Create, _, _):
                CreateCni(step);
                break;
            case (CniConfigurationAction.Change, CloudflareCni.Cni cni, _):
                ChangeCni(step, RequireSame(step, Wait(Client.GetCniAsync(cni.Id, Stopped))));
                break;
            case (CniConfigurationAction.Remove, CloudflareCni.Cni cni, _):
                RemoveCni(step, RequireSame(step, Wait(Client.GetCniAsync(cni.Id, Stopped))));
                break;
            case (CniConfigurationAction.Remove, CniInterconnect interconnect, _):
                RemoveInterconnect(step, interconnect);
                break;
        }
    }

    private void ChangeSettings(ConfigurationStep step)
    {
        CniSettings current = RequireSame(step, Wait(Client.GetSettingsAsync(Stopped)));
        if (ConfirmAction($"Change the CNI settings of account {current.AccountId}: {step.Changes}"))
        {
            Wait(Client.UpdateSettingsAsync(step.Expected!.ApplyTo(current), Stopped));
            MarkApplied(step);
        }
    }

    private void Order(ConfigurationStep step, SlotReference slot)
    {
        ConfigurationObject wanted = step.Expected!;
        CniSlot current = Wait(Client.GetSlotAsync(slot.Id, Stopped));
        if (ConfigurationSlots.Contradiction(wanted, current) is { } contradiction)
        {
            throw new CniException(CniErrorKind.ConfigurationRefused, contradiction);
        }

        string? speed = wanted["speed"] as string;
        var creation = new CniPhysicalInterconnectCreation(slot.Id, speed, wanted["type"] as string ?? CniPhysicalInterconnectCreation.DefaultType);
        CniInterconnect? ordered = CreateOrFind(
            new Creation<CniInterconnect>
            {
                Target = $"interconnect {wanted.Interconnect} on slot {slot}{ConfigurationSlots.Describe(current)}",
                Action = "Order",
                Fields = creation.Fields,
                HowToCheck = $"Get-CniInterconnect | Where-Object SlotId -eq {slot} shows whether it exists. Running the command again doesn't order it twice.",
                ReuseExisting = true,
                Find = () => Interconnects().FirstOrDefault(one => one.SlotId == slot.Id),
                Send = () => Wait(Client.CreateInterconnectAsync(creation, Stopped)),
                Describe = one => $"Interconnect {one}",
                Place = $"on slot {slot}",
                Differences = creation.DifferencesOf,
            },
            out bool isNew);
        Finish(step, ordered, isNew);
    }

    // The API doesn't show pairing keys. An interconnect that is new after the request is the ordered one, if there is no other candidate.
    private void OrderGcpPartner(ConfigurationStep step)
    {
        ConfigurationObject wanted = step.Expected!;
        CniGcpPartnerInterconnectCreation creation = ConfigurationSlots.GcpPartner(wanted);
        const string HowToCheck = "Get-CniInterconnect -Type gcp_partner shows whether it exists. If it does, use its name in the configuration.";
        var order = new GcpPartnerOrder(
            step.Target,
            $"{HowToCheck} Running the command again doesn't order it twice.",
            Interconnects,
            () => Wait(Client.CreateInterconnectAsync(creation, Stopped)));
        CniInterconnect? ordered = CreateOrFind(
            new Creation<CniInterconnect>
            {
                Target = $"GCP partner interconnect {wanted.Interconnect}",
                Action = "Order",
                Fields = creation.Fields,
                HowToCheck = HowToCheck,
                ReuseExisting = true,
                Find = () => null,
                Send = order.Send,
                Describe = one => $"Interconnect {one}",
                Place = "",
                Differences = _ => [],
            },
            out bool isNew);
        Finish(step, ordered, isNew);
    }

    private void Finish(ConfigurationStep step, CniInterconnect? ordered, bool isNew)
    {
        if (ordered is null)
        {
            return;
        }

        _names[step.Expected!.Interconnect] = ordered.Name;
        if (isNew)
        {
            MarkApplied(step);
        }

        if (ordered.Name != step.Expected.Interconnect)
        {
            WriteVerbose($"Cloudflare named interconnect {step.Expected.Interconnect} of the configuration {ordered.Name}.");
        }
    }

    private void CreateCni(ConfigurationStep step)
    {
        ConfigurationObject wanted = step.Expected!;
        if (!_names.TryGetValue(wanted.Interconnect, out string? interconnect))
        {
            if (step.NeedsInterconnect && !IsWhatIf)
            {
                WriteWarning($"{step.Target} was skipped, because its interconnect doesn't exist yet.");
                return;
            }

            interconnect = wanted.Interconnect;
        }

        Cni asked = wanted.ApplyTo(new Cni { Interconnect = interconnect });
        var creation = new CniCreation(interconnect, asked.Magic, asked.Bgp);
        CloudflareCni.Cni? created = CreateOrFind(
            new Creation<CloudflareCni.Cni>
            {
                Target = $"CNI {wanted.ConduitName} on interconnect {interconnect}",
                Action = "Create",
                Fields = creation.Fields,
                HowToCheck = $"Get-Cni -Interconnect {interconnect} shows whether it exists. Running the command again doesn't create it twice.",
                ReuseExisting = true,
                Find = () => step.NeedsInterconnect && IsWhatIf ? null : CnisOn(new InterconnectReference(new CniInterconnect { Name = interconnect }))
                    .FirstOrDefault(cni => cni.ConduitName.Equals(wanted.ConduitName, StringComparison.Ordinal)),
                Send = () => Wait(Client.CreateCniAsync(creation, Stopped)),
                Describe = cni => $"CNI {cni.ConduitName} ({cni.Id})",
                Place = $"on interconnect {interconnect}",
                Differences = creation.DifferencesOf,
            },
            out bool isNew);
        if (created is not null && isNew)
        {
            // The API chooses the addresses of a new CNI, so that those of the configuration take a second request.
            SendChanges(created, wanted.ApplyTo(created));
            MarkApplied(step);
        }
    }

    private void ChangeCni(ConfigurationStep step, CloudflareCni.Cni current)
    {
        if (ConfirmAction($"Change CNI {current.ConduitName} ({current.Id}): {step.Changes}"))
        {
            SendChanges(current, step.Expected!.ApplyTo(current));
            MarkApplied(step);
        }
    }

    private void SendChanges(CloudflareCni.Cni current, CloudflareCni.Cni updated)
    {
        if (CniFieldChanges.Between(current, updated).Count > 0)
        {
            Wait(Client.UpdateCniAsync(updated, Stopped));
        }
    }

    private void RemoveCni(ConfigurationStep step, CloudflareCni.Cni current) =>
        Remove(step, WithRoutes(step.Target, FindRoutes(current, () => [current])), () => Wait(Client.DeleteCniAsync(current.Id, Stopped)));

    private void RemoveInterconnect(ConfigurationStep step, CniInterconnect interconnect)
    {
        CniInterconnect current = RequireSame(step, Wait(Client.GetInterconnectAsync(interconnect.Name, Stopped)));
        List<CloudflareCni.Cni> standing = IsWhatIf ? [] : CnisOn(new InterconnectReference(current)).ToList();
        if (standing.Count > 0)
        {
            string names = string.Join(", ", standing.Select(cni => $"{cni.ConduitName} ({cni.Id})"));
            throw new CniException(
                CniErrorKind.InterconnectInUse, $"Interconnect {current} wasn't removed because it still carries {standing.Count} {(standing.Count == 1 ? "CNI" : "CNIs")}: {names}.");
        }

        Remove(step, step.Target, () => Wait(Client.DeleteInterconnectAsync(current.Name, Stopped)));
    }

    private void Remove(ConfigurationStep step, string what, Action delete)
    {
        if (ConfirmAction($"Remove {what}"))
        {
            delete();
            MarkApplied(step);
        }
    }

    private static T RequireSame<T>(ConfigurationStep step, T current)
        where T : CniModel
    {
        IReadOnlyList<CniFieldChange> changes = CniFieldChanges.Between(step.Current!, current);
        return changes.Count == 0
            ? current
            : throw new CniException(
                CniErrorKind.ConfigurationChanged,
                $"The {step.Target} has changed since the plan was created ({string.Join(", ", changes)}), so it was skipped. Compare again, and then run the command again.");
    }

    private static void MarkApplied(ConfigurationStep step)
    {
        foreach (CniConfigurationDifference difference in step.Differences)
        {
            difference.Applied = true;
        }
    }

    private IEnumerable<CniInterconnect> Interconnects() =>
        List<CniInterconnect>((page, cancellation) => Client.ListInterconnectsAsync(new CniInterconnectFilter(), page, cancellation));
}
