namespace DrInfra.Policies.Rules.Traffic;

/// <summary>The pack's rules on accelerators, routing controls and shared names, in the order of reports.</summary>
internal static class TrafficRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new AcceleratorReachesTwoRegions(),
        new EndpointGroupFailsSoon(),
        new RoutingControlTurnsARecord(),
        new RoutingControlsHaveASafetyRule(),
        new WeightedAndNearestRecordsFollowHealth(),
        new HealthChecksOfOneNameAskTheSame(),
        new AcceleratorPortIsServed(),
        new RoutingControlsAreOfOneCluster(),
    ];
}
