using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>Short ways from a small stack to its figures.</summary>
internal static class Assessed
{
    /// <summary>Assumptions by id, with round figures.</summary>
    public static readonly RecoverySettings Assumptions = RecoverySettingsFile.Parse(
        string.Join('\n', ["assumptions:", .. new[]
        {
            ("client-reconnect", "1m"), ("aurora-promotion", "10m"), ("aurora-instance-recreation", "20m"), ("database-capacity", "30m"),
            ("rds-multi-az-failover", "3m"),
            ("rds-replica-promotion", "15m"), ("rds-cross-region-backup-lag", "1h"), ("capacity", "5m"), ("scaling-by-load", "3m"),
            ("region-switch-routing", "5m"), ("detect-by-people", "1h"),
            ("decide-restore", "30m"), ("point-in-time-granularity", "10m"), ("backup-time-to-finish", "20m"), ("restore-fixed-time", "1h"),
            ("restore-rate", "100 MB/s"),
            ("rollback-fixed-time", "1h"), ("rollback-rate", "100 MB/s"), ("adoption", "1h"), ("account-recovery-preparation", "1h"), ("backup-opt-in", "yes"),
            ("emr-cluster-start", "20m"),
        }.Select(pair => $"  - {{id: {pair.Item1}, value: {pair.Item2}, why: test, owner: test, reviewed: 2026-11-01}}")]),
        "recovery.yaml");

    public static RecoveryAssessment Assess(this TestGraph graph, RecoverySettings? settings = null, params TestGraph[] others) =>
        RecoveryAssessment.Of(
            Estate.Of([graph.Build(), .. others.Select(other => other.Build())], AwsNames.Instance), settings ?? Assumptions, TestGraph.Today);

    public static Outcome Outcome(this TestGraph graph, Disruption disruption, RecoverySettings? settings = null, params TestGraph[] others) =>
        graph.Assess(settings, others).Outcomes.Single(outcome => outcome.Disruption == disruption);

    /// <summary>The workload's figures after the loss of its Region, by these settings.</summary>
    public static Outcome Outcome(this TestGraph graph, RecoverySettings settings) => graph.Outcome(Disruption.Region, settings);

    /// <summary>A manifest of one workload whose program holds both Regions.</summary>
    public static TestGraph Manifest(this TestGraph graph, string stores = "[]", string extra = "", string region = "eu-west-1", string role = "primary")
    {
        var inputs = $$"""
            { "name": "/dr/main/orders", "type": "String", "tags": { "dr:workload": "orders" }, "insecureValue": {
              "version": 1, "pair": "main", "workload": "orders", "owner": "team", "tier": "gold",
              "regions": { "primary": "eu-west-1", "standby": "eu-central-1" }, "decide": "15m", "corruptionDetection": "1h",
              "repair": "rollback", "writer": "single", "role": "{{role}}", {{extra}}
              "objectives": { "instance": { "rpo": "1d", "rto": "1d" }, "zone": { "rpo": "1d", "rto": "1d" }, "region": { "rpo": "1d", "rto": "1d" },
                "corruption": { "rpo": "2d", "rto": "2d" }, "account": { "rpo": "2d", "rto": "2d" } },
              "stores": {{stores}} } }
            """;
        return graph.Add("aws:ssm/parameter:Parameter", $"manifest-{role}", inputs, region);
    }

    /// <summary>Both roles' manifests, so that nothing waits for another stack.</summary>
    public static TestGraph Manifests(this TestGraph graph, string stores = "[]", string extra = "") =>
        graph.Manifest(stores, extra).Manifest(stores, extra, "eu-central-1", "standby");
}
