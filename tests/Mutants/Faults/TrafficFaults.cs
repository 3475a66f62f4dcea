using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using static DrInfra.Tests.Mutants.Faults.FaultEdits;

namespace DrInfra.Tests.Mutants.Faults;

/// <summary>What keeps traffic in the lost Region, or sends it where nobody answers.</summary>
internal static class TrafficFaults
{
    public static IReadOnlyList<Fault> Table { get; } =
    [
        new(Route53Types.Record, "answers for the other Region", inputs => Replaced(inputs, "records", OtherRegion)),
        new(Route53Types.Record, "answers with a name that nobody has", inputs => Replaced(inputs, "records", text => $"nobody-{text}")),
        new(Route53Types.Record, "member changes places",
            inputs => Replaced(inputs, "failoverRoutingPolicies", text => text == "PRIMARY" ? "SECONDARY" : "PRIMARY")),
        new(Route53Types.Record, "follows no health", inputs => With(inputs, "healthCheckId", null)),
        new(Route53Types.Record, "is cached for an hour", inputs => inputs["ttl"] is null ? inputs : With(inputs, "ttl", 3600)),
        new(Route53Types.HealthCheck, "probes a stranger", inputs => inputs["fqdn"] is null ? inputs : With(inputs, "fqdn", "example.org")),
        new(Route53Types.HealthCheck, "probes the other Region", inputs => Replaced(inputs, "fqdn", OtherRegion)),
        new(Route53Types.HealthCheck, "probes a port that is not served", inputs => inputs["port"] is null ? inputs : With(inputs, "port", 81)),
        new(Route53Types.HealthCheck, "is upside down", inputs => With(inputs, "invertHealthcheck", true)),
        new(Route53Types.HealthCheck, "is off", inputs => With(inputs, "disabled", true)),
        new(RegionSwitchTypes.Plan, "record sets crossed", inputs => Replaced(inputs, "recordSets", CrossedMember)),
        new(RegionSwitchTypes.Plan, "moves another name", inputs => Replaced(inputs, "recordName", text => $"other-{text}")),
        new(RegionSwitchTypes.Plan, "promotes in a switchover alone", inputs => Replaced(inputs, "behavior", _ => "switchoverOnly")),
        new(RegionSwitchTypes.Plan, "promotes a database of another workload", inputs => Replaced(inputs, "globalClusterIdentifier", text => $"{text}-other")),
        new(LoadBalancingTypes.TargetGroup, "takes what is down for healthy",
            inputs => inputs["healthCheck"] is null ? inputs : With(inputs, "healthCheck/enabled", false)),
        new(LoadBalancingTypes.Listener, "listens beside the port", inputs => With(inputs, "port", 81)),
    ];

    private static string CrossedMember(string text) =>
        text.StartsWith("primary-", StringComparison.Ordinal) ? $"standby-{OtherRegion(text["primary-".Length..])}"
            : text.StartsWith("standby-", StringComparison.Ordinal) ? $"primary-{OtherRegion(text["standby-".Length..])}"
            : text;
}
