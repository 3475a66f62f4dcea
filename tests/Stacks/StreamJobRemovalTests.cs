using System.Text.Json.Nodes;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>What a stream job of Flink needs to go on in the other Region, taken away from the shipped pair one by one: each is seen.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "H2")]
[Trait("Practice", "F1")]
public class StreamJobRemovalTests(ShippedStacks stacks)
{
    private const string Primary = "FlinkDeployment::events-sessions-eu-west-1";
    private const string Standby = "FlinkDeployment::events-sessions-eu-central-1";
    private const string Pods = "spec/podTemplate/spec";
    private const string Configuration = "spec/flinkConfiguration";

    public static TheoryData<string, string[]> Taken => new()
    {
        {
            "label",
            [
                "one-region-is-active events-sessions-eu-central-1: ",
                "it has no label dr.drinfra.io/follows: beacon",
                "events Region: Breached Breached",
            ]
        },
        { "gate", ["one-region-is-active events-sessions-eu-central-1: ", "it has no container lease-gate"] },
        { "watch", ["one-region-is-active events-sessions-eu-central-1: ", "it has no container lease-watch"] },
        { "shared processes", ["one-region-is-active events-sessions-eu-central-1: ", "its watcher cannot end the jobs: shareProcessNamespace is not true"] },
        { "folder of savepoints", ["savepoints: nothing says where its savepoints are: dr.drinfra.io/savepoints", "events Region: Breached Breached"] },
        {
            "time between savepoints",
            [
                "savepoints: no time between savepoints is stated: dr.drinfra.io/savepoint-seconds",
                "events Region: Breached Breached",
            ]
        },
        {
            "same folder",
            [
                "savepoints: it looks for savepoints in savepoints/session, and they are in savepoints/sessions",
                "events Region: Breached Breached",
            ]
        },
        { "bucket of its own Region", ["savepoints: its savepoints are in eu-west-1, and not in eu-central-1", "events Region: Breached Breached"] },
        {
            "replication of savepoints",
            [
                "only objects under checkpoints/ are replicated, not those under savepoints/sessions",
                "events Region: Breached Breached",
            ]
        },
        { "replication rule", ["savepoints: replication rule everything is Disabled, Enabled needed", "events Region: Breached Breached"] },
        { "state of sources may be dropped", ["allowNonRestoredState is not true", "events Region: Breached Breached"] },
        { "start of sources", ["rto-within-objective events-sessions-eu-central-1: spec.podTemplate", "events Region: MetOnAssumption Unknown"] },
        {
            "high availability",
            [
                "without high-availability.type and storageDir a new JobManager does not find the checkpoints",
                "events Instance: Breached Breached",
            ]
        },
        { "checkpoints in S3", ["checkpoints are on the disk of a pod: file:///tmp/checkpoints", "events Zone: Breached Breached"] },
        {
            "operator's namespace",
            [
                "operator-watches-its-jobs events-sessions-eu-central-1: flink-kubernetes-operator-eu-central-1 watches other, but not events",
                "events Region: MetOnAssumption Breached",
            ]
        },
        {
            "operator",
            [
                "operator-watches-its-jobs events-sessions-eu-central-1: no flink-kubernetes-operator is declared in its cluster",
                "events Region: MetOnAssumption Breached",
            ]
        },
        {
            "image of its own Region",
            [
                "events-sessions starts, image drinfra-main/follower is in the registry of eu-west-1",
                "events Region: MetOnAssumption Breached",
            ]
        },
        {
            "surplus",
            [
                "sessions can process no more than what arrives, so what has waited stays",
                "events Region: MetOnAssumption Breached",
                "events Zone: MetOnAssumption Breached",
            ]
        },
        { "retention of savepoints", ["savepoints are deleted before detection and decision", "events Corruption: Breached Breached"] },
        { "retention of records", ["kafka-keeps-copies events-feed-cluster-eu-west-1: ", "events Region: Breached MetOnAssumption"] },
        { "alarm on the age", ["savepoint-age-is-alarmed events-sessions-eu-central-1: no alarm in eu-central-1 watches how old the savepoint is"] },
        { "silence of that alarm", ["savepoint-age-is-alarmed events-sessions-savepoint-age-eu-central-1: "] },
        { "job", ["savepoints: no Flink job of its name is in another Region", "events Region: Breached Breached"] },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void WhatAStreamJobNeeds_TakenAway_IsSeen(string what, string[] findings)
    {
        var (dev, dr) = Without(what);

        ShippedVerdicts.Of(dev, dr).Sees(findings);
    }

    private (ResourceGraph Dev, ResourceGraph Dr) Without(string what)
    {
        var (dev, dr) = (stacks.Dev.Graph, stacks.Dr.Graph);
        return what switch
        {
            "label" => (dev, dr.Replacing(Standby, "dr.drinfra.io/follows", "dr.drinfra.io/other")),
            "gate" => (dev, dr.With(Standby, $"{Pods}/initContainers/0/name", "other")),
            "watch" => (dev, dr.With(Standby, $"{Pods}/initContainers/1/args/0", "gate")),
            "shared processes" => (dev, dr.With(Standby, $"{Pods}/shareProcessNamespace", null)),
            "folder of savepoints" => (dev, dr.Replacing(Standby, "dr.drinfra.io/savepoints", "dr.drinfra.io/other")),
            "time between savepoints" => (dev.Replacing(Primary, "dr.drinfra.io/savepoint-seconds", "dr.drinfra.io/other"), dr),
            "same folder" => (dev, dr.Replacing(Standby, "/savepoints/sessions\"", "/savepoints/session\"")),
            "bucket of its own Region" => (dev, dr.Replacing(
                Standby, "events-state-eu-central-1-123456789012/savepoints", "events-state-eu-west-1-123456789012/savepoints")),
            "replication of savepoints" => (dev.With("events-state-replication-eu-west-1", "rules/0/filter/prefix", "checkpoints/"), dr),
            "replication rule" => (dev.With("events-state-replication-eu-west-1", "rules/0/status", "Disabled"), dr),
            "state of sources may be dropped" => (dev, dr.With(Standby, "spec/job/allowNonRestoredState", false)),
            "start of sources" => (dev, dr.Replacing(Standby, "SOURCE_REPLAY_SECONDS", "OTHER")),
            "high availability" => (dev.With(Primary, $"{Configuration}/high-availability.type", null), dr),
            "checkpoints in S3" => (dev.With(Primary, $"{Configuration}/execution.checkpointing.dir", "file:///tmp/checkpoints"), dr),
            "operator's namespace" => (dev, dr.With("flink-kubernetes-operator-eu-central-1", "values/watchNamespaces", new JsonArray("other"))),
            "operator" => (dev, dr.Without("flink-kubernetes-operator-eu-central-1")),
            "image of its own Region" => (dev, dr.Replacing(Standby, "dkr.ecr.eu-central-1", "dkr.ecr.eu-west-1")),
            "surplus" => (
                dev.Replacing("events-manifest-eu-west-1", "\\\"surplusMbPerSecond\\\":20", "\\\"surplusMbPerSecond\\\":0"),
                dr.Replacing("events-manifest-eu-central-1", "\\\"surplusMbPerSecond\\\":20", "\\\"surplusMbPerSecond\\\":0")),
            "retention of savepoints" => (dev.With("events-state-lifecycle-eu-west-1", "rules/1/expiration/days", 0.1), dr),
            "retention of records" => (
                dev.Replacing("events-feed-configuration-eu-west-1", "log.retention.hours=", "log.retention.minutes=30\\nold="), dr),
            "alarm on the age" => (dev, dr.Without("events-sessions-savepoint-age-eu-central-1")),
            "silence of that alarm" => (dev, dr.With("events-sessions-savepoint-age-eu-central-1", "treatMissingData", "notBreaching")),
            "job" => (dev, dr.Without(Standby)),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
        };
    }
}
