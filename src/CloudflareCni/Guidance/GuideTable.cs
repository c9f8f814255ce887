using System;
using System.Collections.Generic;
using static CloudflareCni.Guidance.GuideSteps;

namespace CloudflareCni.Guidance;

/// <summary>Contains the guide to turning up and repairing circuits: rows by kind, state, reason and age. The first row that applies is used.</summary>
internal static class GuideTable
{
    private static readonly TimeSpan CloudOrder = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan CrossConnectOrder = TimeSpan.FromDays(14);
    private static readonly TimeSpan WholeOrder = TimeSpan.FromDays(28);
    private static readonly TimeSpan MaintenanceWindow = TimeSpan.FromHours(6);

    /// <summary>Gets the row whose steps come before those of another row, because a circuit that recently went down may be in maintenance.</summary>
    public static GuideRow Recent { get; } = new(facts => facts.Outage <= MaintenanceWindow, CheckMaintenance);

    /// <summary>Gets the rows.</summary>
    public static IReadOnlyList<GuideRow> Rows { get; } =
    [
        new(facts => facts.Circuit.State is null, ReadStateAgain),
        new(facts => facts.IsPending && facts.IsGcp && facts.IsOlderThan(CloudOrder), CheckPairingKey, ActivateAttachment, CompareMtu, SendBundle) { DependsOnAge = true },
        new(facts => facts.IsPending && facts.IsGcp, WaitForCloud) { DependsOnAge = true },
        new(
            facts => facts.IsPending && facts.IsPhysical && facts.IsOlderThan(WholeOrder),
            ComparePorts, SwapFibers, CheckPort, CheckOptic, CheckLight, AskAccountTeam) { DependsOnAge = true },
        new(
            facts => facts.IsPending && facts.IsPhysical && facts.IsOlderThan(CrossConnectOrder),
            ComparePorts, SwapFibers, CheckPort, CheckOptic, CheckLight) { DependsOnAge = true },
        new(facts => facts.IsPending && facts.IsPhysical, SaveLoa, OrderCrossConnect, WaitForHealthy) { DependsOnAge = true },
        new(
            facts => HasNoLight(facts) && facts.IsOlderThan(WholeOrder),
            CheckMaintenance, CheckPort, CheckLight, OpenFacilityTicket, MeasureLight, SendBundle) { DependsOnAge = true },
        new(HasNoLight, ComparePorts, SwapFibers, CheckPort, CheckOptic, MeasureLight, CheckFormerLink) { DependsOnAge = true },
        new(facts => facts.IsIll && facts.IsPhysical && facts.Meaning == ReasonMeaning.LowLight, CleanConnectors, CountPanels, CompareLight, SendBundle),
        new(facts => facts.IsIll && facts.IsPhysical && facts.Meaning == ReasonMeaning.Errors, CheckErrors, CheckOpticHealth, CheckFec, SendBundle),
        new(facts => facts.IsDown && facts.IsPhysical && facts.Meaning == ReasonMeaning.None, CheckMaintenance, CheckLight, CheckPortSettings, ComparePorts, SendBundle),
        new(facts => facts.IsUnhealthy && facts.IsPhysical && facts.Meaning == ReasonMeaning.None, CheckMaintenance, CheckCables, CheckLight, SendBundle),
        new(facts => facts.IsHealthy && facts.Circuit.Cnis is null, ReadCnisAgain),
        new(facts => facts.IsHealthy && facts.Circuit.Cnis is { Count: 0 }, CreateCni),
        new(facts => facts.IsHealthy && facts.CarriesNothing, AddRoute),
    ];

    /// <summary>Gets the row for circuits to which no other row applies. Its steps show the API's text and don't guess what it means.</summary>
    public static GuideRow Unknown { get; } = new(facts => !facts.IsHealthy, ReadReason, CheckStatusPage, SendBundle);

    private static bool HasNoLight(GuideFacts facts) => facts.IsIll && facts.IsPhysical && facts.Meaning == ReasonMeaning.NoLight;
}
