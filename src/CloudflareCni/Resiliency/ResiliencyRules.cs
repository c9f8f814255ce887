using System.Collections.Generic;

namespace CloudflareCni.Resiliency;

/// <summary>Lists the rules, in the order of their IDs. To add a rule, add its class and a line here.</summary>
internal static class ResiliencyRules
{
    /// <summary>Gets the rules.</summary>
    public static IReadOnlyList<ResiliencyRule> All { get; } =
    [
        new CircuitCountRule(), new DeviceRule(), new FacilityRule(), new MetroRule(), new CapacityRule(), new WorkingRule(), new FailoverRule(), new SameRoutingRule(),
        new SameMtuRule(), new SameAsnRule(), new CloudDomainRule(), new LocationRule(), new BackupRule(), new FailoverTestRule(), new DetectionRule(),
    ];
}
