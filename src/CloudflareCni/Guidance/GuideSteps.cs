using static CloudflareCni.Documentation;

namespace CloudflareCni.Guidance;

/// <summary>Contains the steps of the guide.</summary>
internal static class GuideSteps
{
    public static GuideStep ReadStateAgain(GuideFacts facts) => new(
        "Read the state again.", "The state couldn't be read, so there's no advice about the link.", Api, facts.Module("Get-CniInterconnectStatus {0}"));

    public static GuideStep SaveLoa(GuideFacts facts) => new(
        "Save the Letter of Authorization (LOA), unless you have it.",
        "You order the cross-connect, and the facility asks for the LOA. Cloudflare is responsible up to the port that the LOA names.",
        GetStarted,
        facts.Module("Save-CniLoa {0}"));

    public static GuideStep OrderCrossConnect(GuideFacts facts) => new(
        "Order the cross-connect, and ask the facility for a completion notice.",
        "This takes one to two weeks or more. Until then, the link is normally pending.",
        GetStarted);

    public static GuideStep WaitForHealthy(GuideFacts facts) => new(
        "Wait for the state Healthy.",
        "Pending ends when the cross-connect is complete and Cloudflare receives light.",
        Monitoring,
        facts.Module("Wait-CniInterconnect {0}"));

    public static GuideStep ComparePorts(GuideFacts facts) => new(
        "Compare the facility's completion notice with the ports in the LOA.",
        "A cross-connect to the wrong port, panel or cage carries no light.",
        GetStarted,
        facts.Module("Save-CniLoa {0}"));

    public static GuideStep SwapFibers(GuideFacts facts) => new(
        "Swap the two fibers (RX and TX) at your end.",
        "Swapped fibers are a common reason why a new link has no light. If nothing changes, swap them back.",
        Monitoring);

    public static GuideStep CheckPort(GuideFacts facts) => new(
        "Check that your port is enabled and its laser is on.",
        "A port that is shut down sends no light.",
        LayerOne,
        facts.Router(commands => commands.PortState));

    public static GuideStep CheckOptic(GuideFacts facts) => new(
        $"Check your optic: {facts.Optic}, single-mode fiber, at most 10 km.",
        "Both ends need the same kind of optic.",
        GetStarted,
        facts.Router(commands => commands.Light));

    public static GuideStep CheckLight(GuideFacts facts) => new(
        "Read the light levels of your port.",
        "They show which direction has no light. A 10GBASE-LR receiver needs -14.4 dBm or more, 100GBASE-LR4 -10.6 dBm on each lane.",
        LayerOne,
        facts.Router(commands => commands.Light));

    public static GuideStep MeasureLight(GuideFacts facts) => new(
        "Measure the light at the patch panel, on both strands.",
        "It shows on which side the light is lost. On your side of the panel, the fault is yours. On the other side, it's the facility's or Cloudflare's.",
        LayerOne);

    public static GuideStep CheckFormerLink(GuideFacts facts) => new(
        "If the link worked before, check cloudflarestatus.com, and ask the facility whether someone worked on the cross-connect.",
        "A link that loses its light can be in maintenance, or its cross-connect was disturbed or removed.",
        Operations);

    public static GuideStep CheckMaintenance(GuideFacts facts) => new(
        "Check for maintenance at cloudflarestatus.com and in the notices that you received by email.",
        "A maintenance window lasts six hours on average. Cloudflare gives two business days' notice only on dataplane v2 at multi-homed sites.",
        Maintenance);

    public static GuideStep CheckStatusPage(GuideFacts facts) => new(
        "Check cloudflarestatus.com, and collect light levels, times with their time zone, and which traffic is affected.",
        "Cloudflare asks for all of that in a support case.",
        Operations,
        facts.IsPhysical ? facts.Router(commands => commands.Light) : null);

    public static GuideStep OpenFacilityTicket(GuideFacts facts) => new(
        "Open a ticket with the facility to ask whether the cross-connect was disturbed or removed.",
        "If a link that worked before has no light, work in the facility is often the cause.",
        LayerOne);

    public static GuideStep CheckPortSettings(GuideFacts facts) => new(
        $"If your port receives light, check its settings: {Settings(facts)}.",
        "If there is light but no link, the Ethernet settings of the two ends don't match.",
        GetStarted,
        facts.Router(commands => commands.PortState));

    public static GuideStep CheckCables(GuideFacts facts) => new(
        "Check the cables and the status lights of your port.",
        "Unhealthy means that Cloudflare's port sees no light or less than -20 dBm, or can't negotiate Ethernet.",
        Monitoring,
        facts.Router(commands => commands.PortState));

    public static GuideStep CleanConnectors(GuideFacts facts) => new(
        "Clean and inspect the connectors at both ends and at each patch panel.",
        "A level below -20 dBm counts as unhealthy, and dirt is the most common cause.",
        Monitoring);

    public static GuideStep CountPanels(GuideFacts facts) => new(
        "Count the patch panels and the distance, and check the optic: " + facts.Optic + ", single-mode fiber, at most 10 km.",
        "Each connection and each kilometer of fiber reduces the light.",
        GetStarted,
        facts.Router(commands => commands.PortState));

    public static GuideStep CompareLight(GuideFacts facts) => new(
        "Compare this with the light level that your own port receives.",
        "If both directions are weak, the path is the cause. If one is weak, that strand or its optic is the cause. 10GBASE-LR needs -14.4 dBm or more, 100GBASE-LR4 -10.6 dBm on each lane.",
        LayerOne,
        facts.Router(commands => commands.Light));

    public static GuideStep CheckErrors(GuideFacts facts) => new(
        "Read the error counters of your port twice, a minute apart.",
        "Counters that increase show that the fault persists, and in which direction.",
        LayerOne,
        facts.Router(commands => commands.PortState));

    public static GuideStep CheckOpticHealth(GuideFacts facts) => new(
        "Check the temperature, bias current and light of your optic, then the connectors and jumpers.",
        "A hot or aged optic, a dirty connector or a bent jumper causes errors before the link fails.",
        LayerOne,
        facts.Router(commands => commands.Light));

    public static GuideStep CheckFec(GuideFacts facts) => new(
        "Check that FEC is the same at both ends: off for 10GBASE-LR and 100GBASE-LR4.", "A mismatch keeps the link down or makes it flap.", LayerOne, facts.Router(commands => commands.PortState));

    public static GuideStep ReadReason(GuideFacts facts) => new(
        "Read the reason that Cloudflare gives.",
        string.IsNullOrWhiteSpace(facts.Circuit.Reason)
            ? "This version has no advice for this state of the link."
            : "This version doesn't know this state or reason.",
        Api,
        facts.Module("Get-CniInterconnectStatus {0}"));

    public static GuideStep SendBundle(GuideFacts facts) => new(
        "If the problem persists, open a support case with a support bundle.",
        "It contains what Cloudflare asks for: names, addresses, states, and times with their time zone.",
        Operations,
        facts.Module("Export-CniSupportBundle -Name {0} -Path case.zip"));

    public static GuideStep AskAccountTeam(GuideFacts facts) => new(
        "Send a support bundle to your account team.",
        "The whole order takes two to four weeks, so this one is late.",
        GetStarted,
        facts.Module("Export-CniSupportBundle -Name {0} -Path case.zip"));

    public static GuideStep WaitForCloud(GuideFacts facts) => new(
        "Wait a few minutes.", "A Google Cloud interconnect takes a few minutes.", GetStarted, facts.Module("Wait-CniInterconnect {0}"));

    public static GuideStep CheckPairingKey(GuideFacts facts) => new(
        "Check that the pairing key belongs to the VLAN attachment, and that no other order used it.",
        "A pairing key works once, for one attachment.",
        Attachments);

    public static GuideStep ActivateAttachment(GuideFacts facts) => new(
        "Activate the VLAN attachment in Google Cloud.", "An attachment that isn't activated carries nothing.", Attachments);

    public static GuideStep CompareMtu(GuideFacts facts) => new(
        "Compare the MTU of the CNI with that of the VLAN attachment.", "They must be equal.", GetStarted, facts.Module("Get-Cni -Interconnect {0}"));

    public static GuideStep ReadCnisAgain(GuideFacts facts) => new(
        "Read the CNIs again.", "They couldn't be read, so it isn't known whether the link is complete.", Api, facts.Module("Get-Cni -Interconnect {0}"));

    public static GuideStep CreateCni(GuideFacts facts) => new(
        "Create a CNI.",
        "The link is up, but it doesn't carry traffic because it has no CNI.",
        Api,
        facts.Module($"New-Cni {{0}} -ConduitName <name> -Mtu {(facts.Circuit.Dataplane is "1" or "1.5" ? "1476" : "1500")}"));

    public static GuideStep AddRoute(GuideFacts facts) => new(
        "Add a static route over the link to the Magic routing table.",
        "The link is up, but it has no BGP session and no route, so Cloudflare doesn't send traffic over it.",
        Routes,
        "Get-CniMagicRoute");

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
}
