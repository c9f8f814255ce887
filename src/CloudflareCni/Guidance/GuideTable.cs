using System;
using System.Collections.Generic;
using static CloudflareCni.Documentation;

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
            ComparePorts, SwapFibres, CheckPort, CheckOptic, CheckLight, AskAccountTeam) { DependsOnAge = true },
        new(
            facts => facts.IsPending && facts.IsPhysical && facts.IsOlderThan(CrossConnectOrder),
            ComparePorts, SwapFibres, CheckPort, CheckOptic, CheckLight) { DependsOnAge = true },
        new(facts => facts.IsPending && facts.IsPhysical, SaveLoa, OrderCrossConnect, WaitForHealthy) { DependsOnAge = true },
        new(
            facts => HasNoLight(facts) && facts.IsOlderThan(WholeOrder),
            CheckMaintenance, CheckPort, CheckLight, OpenFacilityTicket, MeasureLight, SendBundle) { DependsOnAge = true },
        new(HasNoLight, ComparePorts, SwapFibres, CheckPort, CheckOptic, MeasureLight, CheckFormerLink) { DependsOnAge = true },
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

    private static GuideStep ReadStateAgain(GuideFacts facts) => new(
        "Read the state again.", "The state couldn't be read, so there's no advice about the link.", Api, facts.Module("Get-CniInterconnectStatus {0}"));

    private static GuideStep SaveLoa(GuideFacts facts) => new(
        "Save the Letter of Authorization (LOA), unless you have it.",
        "You order the cross-connect, and the facility asks for the LOA. Cloudflare is responsible up to the port that the LOA names.",
        GetStarted,
        facts.Module("Save-CniLoa {0}"));

    private static GuideStep OrderCrossConnect(GuideFacts facts) => new(
        "Order the cross-connect, and ask the facility for a completion notice.",
        "This takes one to two weeks or more. Until then, the link is normally pending.",
        GetStarted);

    private static GuideStep WaitForHealthy(GuideFacts facts) => new(
        "Wait for the state Healthy.",
        "Pending ends when the cross-connect is complete and Cloudflare receives light.",
        Monitoring,
        facts.Module("Wait-CniInterconnect {0}"));

    private static GuideStep ComparePorts(GuideFacts facts) => new(
        "Compare the facility's completion notice with the ports in the LOA.",
        "A cross-connect to the wrong port, panel or cage carries no light.",
        GetStarted,
        facts.Module("Save-CniLoa {0}"));

    private static GuideStep SwapFibres(GuideFacts facts) => new(
        "Swap the two fibers (RX and TX) at your end.",
        "Swapped fibers are a common reason why a new link has no light. If nothing changes, swap them back.",
        Monitoring);

    private static GuideStep CheckPort(GuideFacts facts) => new(
        "Check that your port is enabled and its laser is on.",
        "A port that is shut down sends no light.",
        LayerOne,
        facts.Router(commands => commands.PortState));

    private static GuideStep CheckOptic(GuideFacts facts) => new(
        $"Check your optic: {facts.Optic}, single-mode fiber, at most 10 km.",
        "Both ends need the same kind of optic.",
        GetStarted,
        facts.Router(commands => commands.Light));

    private static GuideStep CheckLight(GuideFacts facts) => new(
        "Read the light levels of your port.",
        "They show which direction has no light. A 10GBASE-LR receiver needs -14.4 dBm or more, 100GBASE-LR4 -10.6 dBm on each lane.",
        LayerOne,
        facts.Router(commands => commands.Light));

    private static GuideStep MeasureLight(GuideFacts facts) => new(
        "Measure the light at the patch panel, on both strands.",
        "It shows on which side the light is lost. On your side of the panel, the fault is yours. On the other side, it's the facility's or Cloudflare's.",
        LayerOne);

    private static GuideStep CheckFormerLink(GuideFacts facts) => new(
        "If the link worked before, check cloudflarestatus.com, and ask the facility whether someone worked on the cross-connect.",
        "A link that loses its light can be in maintenance, or its cross-connect was disturbed or removed.",
        Operations);

    private static GuideStep CheckMaintenance(GuideFacts facts) => new(
        "Check for maintenance at cloudflarestatus.com and in the notices that you received by email.",
        "A maintenance window lasts six hours on average. Cloudflare gives two business days' notice only on dataplane v2 at multi-homed sites.",
        Maintenance);

    private static GuideStep CheckStatusPage(GuideFacts facts) => new(
        "Check cloudflarestatus.com, and collect light levels, times with their time zone, and which traffic is affected.",
        "Cloudflare asks for all of that in a support case.",
        Operations,
        facts.IsPhysical ? facts.Router(commands => commands.Light) : null);

    private static GuideStep OpenFacilityTicket(GuideFacts facts) => new(
        "Open a ticket with the facility to ask whether the cross-connect was disturbed or removed.",
        "If a link that worked before has no light, work in the facility is often the cause.",
        LayerOne);

    private static GuideStep CheckPortSettings(GuideFacts facts) => new(
        $"If your port receives light, check its settings: {Settings(facts)}.",
        "If there is light but no link, the Ethernet settings of the two ends don't match.",
        GetStarted,
        facts.Router(commands => commands.PortState));

    private static string Settings(GuideFacts facts)
    {
        string speed = facts.Circuit.Speed is "10G" or "100G" ? $"speed fixed to {facts.Circuit.Speed}" : "speed fixed";
        string fec = facts.Circuit.Speed == "10G" ? "" : ", FEC off for LR4";
        string lacp = facts.Circuit.Dataplane switch
        {
            "2" => "no LACP",
            null => "no LACP on dataplane v2",
            _ => "LACP only if it was agreed",
        };
        return $"{speed}, autonegotiation off{fec}, {lacp}";
    }

    private static GuideStep CheckCables(GuideFacts facts) => new(
        "Check the cables and the status lights of your port.",
        "Unhealthy means that Cloudflare's port sees no light or less than -20 dBm, or can't negotiate Ethernet.",
        Monitoring,
        facts.Router(commands => commands.PortState));

    private static GuideStep CleanConnectors(GuideFacts facts) => new(
        "Clean and inspect the connectors at both ends and at each patch panel.",
        "A level below -20 dBm counts as unhealthy, and dirt is the most common cause.",
        Monitoring);

    private static GuideStep CountPanels(GuideFacts facts) => new(
        "Count the patch panels and the distance, and check the optic: " + facts.Optic + ", single-mode fiber, at most 10 km.",
        "Each connection and each kilometer of fiber reduces the light.",
        GetStarted,
        facts.Router(commands => commands.PortState));

    private static GuideStep CompareLight(GuideFacts facts) => new(
        "Compare this with the light level that your own port receives.",
        "If both directions are weak, the path is the cause. If one is weak, that strand or its optic is the cause. 10GBASE-LR needs -14.4 dBm or more, 100GBASE-LR4 -10.6 dBm on each lane.",
        LayerOne,
        facts.Router(commands => commands.Light));

    private static GuideStep CheckErrors(GuideFacts facts) => new(
        "Read the error counters of your port twice, a minute apart.",
        "Counters that increase show that the fault persists, and in which direction.",
        LayerOne,
        facts.Router(commands => commands.PortState));

    private static GuideStep CheckOpticHealth(GuideFacts facts) => new(
        "Check the temperature, bias current and light of your optic, then the connectors and jumpers.",
        "A hot or aged optic, a dirty connector or a bent jumper causes errors before the link fails.",
        LayerOne,
        facts.Router(commands => commands.Light));

    private static GuideStep CheckFec(GuideFacts facts) => new(
        "Check that FEC is the same at both ends: off for 10GBASE-LR and 100GBASE-LR4.", "A mismatch keeps the link down or makes it flap.", LayerOne, facts.Router(commands => commands.PortState));

    private static GuideStep ReadReason(GuideFacts facts) => new(
        "Read the reason that Cloudflare gives.",
        string.IsNullOrWhiteSpace(facts.Circuit.Reason)
            ? "This version has no advice for this state of the link."
            : "This version doesn't know this state or reason.",
        Api,
        facts.Module("Get-CniInterconnectStatus {0}"));

    private static GuideStep SendBundle(GuideFacts facts) => new(
        "If the problem persists, open a support case with a support bundle.",
        "It contains what Cloudflare asks for: names, addresses, states, and times with their time zone.",
        Operations,
        facts.Module("Export-CniSupportBundle -Name {0} -Path case.zip"));

    private static GuideStep AskAccountTeam(GuideFacts facts) => new(
        "Send a support bundle to your account team.",
        "The whole order takes two to four weeks, so this one is late.",
        GetStarted,
        facts.Module("Export-CniSupportBundle -Name {0} -Path case.zip"));

    private static GuideStep WaitForCloud(GuideFacts facts) => new(
        "Wait a few minutes.", "A Google Cloud interconnect takes a few minutes.", GetStarted, facts.Module("Wait-CniInterconnect {0}"));

    private static GuideStep CheckPairingKey(GuideFacts facts) => new(
        "Check that the pairing key belongs to the VLAN attachment, and that no other order used it.",
        "A pairing key works once, for one attachment.",
        Attachments);

    private static GuideStep ActivateAttachment(GuideFacts facts) => new(
        "Activate the VLAN attachment in Google Cloud.", "An attachment that isn't activated carries nothing.", Attachments);

    private static GuideStep CompareMtu(GuideFacts facts) => new(
        "Compare the MTU of the CNI with that of the VLAN attachment.", "They must be equal.", GetStarted, facts.Module("Get-Cni -Interconnect {0}"));

    private static GuideStep ReadCnisAgain(GuideFacts facts) => new(
        "Read the CNIs again.", "They couldn't be read, so it isn't known whether the link is complete.", Api, facts.Module("Get-Cni -Interconnect {0}"));

    private static GuideStep CreateCni(GuideFacts facts) => new(
        "Create a CNI.",
        "The link is up, but it doesn't carry traffic because it has no CNI.",
        Api,
        facts.Module($"New-Cni {{0}} -ConduitName <name> -Mtu {(facts.Circuit.Dataplane is "1" or "1.5" ? "1476" : "1500")}"));

    private static GuideStep AddRoute(GuideFacts facts) => new(
        "Add a static route over the link to the Magic routing table.",
        "The link is up, but it has no BGP session and no route, so Cloudflare doesn't send traffic over it.",
        Routes,
        "Get-CniMagicRoute");
}
