namespace DrInfra.Policies.Rules.Network;

/// <summary>The pack's rules on networks, servers and their likeness in both Regions, in the order of reports.</summary>
internal static class NetworkRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new NetworkIsOfItsRegion(),
        new StandbyIsLikePrimary(),
        new AddressRangesDoNotOverlap(),
        new VpcResolvesNames(),
        new SubnetListsSpanZones(),
        new SubnetHasARouteTable(),
        new SubnetStatesItsZone(),
        new WayOutSurvivesAZone(),
        new TrafficIsLetThrough(),
        new LoadBalancerIsProtected(),
        new LoadBalancerBalancesAcrossZones(),
        new LoadBalancerKeepsLogs(),
        new ListenerHasTargets(),
        new TargetGroupChecksHealth(),
        new ServersHealThemselves(),
        new ServersReachFullCapacity(),
        new ScalingFollowsLoad(),
        new LaunchTemplateIsSound(),
        new EndpointServesItsVpc(),
        new DefaultSecurityGroupIsClosed(),
        new VpcKeepsFlowLogs(),
    ];
}
