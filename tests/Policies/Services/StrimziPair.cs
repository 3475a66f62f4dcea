using System.Text.Json.Nodes;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Services;

/// <summary>
/// Kafka by Strimzi in a cluster of Kubernetes in each of two Regions, and a MirrorMaker from the primary Region to the other. After the example
/// of Strimzi's repository (examples/mirror-maker, examples/kafka), with names, racks and a spread.
/// </summary>
internal static class StrimziPair
{
    public const string Primary = ServiceGraph.Primary;
    public const string Standby = ServiceGraph.Standby;
    public const string There = "there";
    public const string Back = "back";

    public const string Stores = """[{"name":"events","kind":"stream","sizeGb":36,"changeGbPerDay":1}]""";
    private const string Identity = "org.apache.kafka.connect.mirror.IdentityReplicationPolicy";

    public static TestGraph Build(string stores = Stores)
    {
        var graph = new TestGraph().Manifests(stores);
        foreach (var region in new[] { Primary, Standby })
        {
            graph.Add("aws:eks/cluster:Cluster", $"eks-{region}", $$"""{ "name": "eks-{{region}}" }""", region, $"eks-{region}",
                $$"""{ "arn": "{{Arn(region)}}" }""")
                .Add("pulumi:providers:kubernetes", $"kubernetes-{region}", $$"""{ "clusterIdentifier": "{{Arn(region)}}" }""", region, $"kubernetes-{region}")
                .Object("kubernetes:kafka.strimzi.io/v1:Kafka", $"events-{region}", $$"""
                    { "metadata": { "name": "events", "namespace": "orders" }, "spec": { "kafka": {
                      "rack": { "topologyKey": "topology.kubernetes.io/zone" },
                      "listeners": [{ "name": "external", "port": 9094, "type": "loadbalancer", "tls": true, "authentication": { "type": "tls" },
                        "configuration": { "bootstrap": { "alternativeNames": ["kafka.{{region}}.example.com"] } } }],
                      "metricsConfig": { "type": "strimziMetricsReporter" },
                      "template": { "pod": { "topologySpreadConstraints": [{ "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone",
                        "whenUnsatisfiable": "DoNotSchedule", "labelSelector": { "matchLabels": { "strimzi.io/cluster": "events" } } }] } },
                      "config": { "default.replication.factor": 3, "min.insync.replicas": 2, "log.retention.hours": 168 } } } }
                    """, region)
                .Object("kubernetes:kafka.strimzi.io/v1:KafkaNodePool", $"brokers-{region}", """
                    { "metadata": { "name": "brokers", "namespace": "orders", "labels": { "strimzi.io/cluster": "events" } },
                      "spec": { "replicas": 3, "roles": ["controller", "broker"], "storage": { "type": "jbod", "volumes": [
                        { "id": 0, "type": "persistent-claim", "size": "500Gi", "deleteClaim": false }] } } }
                    """, region)
                .Object("kubernetes:kafka.strimzi.io/v1:KafkaTopic", $"retail-{region}", """
                    { "metadata": { "name": "retail.orders", "namespace": "orders", "labels": { "strimzi.io/cluster": "events" } },
                      "spec": { "partitions": 12, "replicas": 3, "config": { "min.insync.replicas": 2 } } }
                    """, region);
        }

        return graph.Mirrored(There, Primary, Standby);
    }

    /// <summary>A MirrorMaker that copies all topics under their names, and runs beside its target.</summary>
    public static TestGraph Mirrored(this TestGraph graph, string name, string from, string to, string topics = ".*", string? runsIn = null) =>
        graph.Object("kubernetes:kafka.strimzi.io/v1:KafkaMirrorMaker2", name, $$"""
            { "metadata": { "name": "{{name}}", "namespace": "orders" }, "spec": { "replicas": 2,
              "target": { "alias": "{{to}}", "bootstrapServers": "kafka.{{to}}.example.com:9094", "groupId": "{{name}}",
                "configStorageTopic": "{{name}}-configs", "offsetStorageTopic": "{{name}}-offsets", "statusStorageTopic": "{{name}}-status",
                "config": { "config.storage.replication.factor": 3, "offset.storage.replication.factor": 3, "status.storage.replication.factor": 3 } },
              "mirrors": [{ "source": { "alias": "{{from}}", "bootstrapServers": "kafka.{{from}}.example.com:9094" }, "topicsPattern": {{Json(topics)}},
                "sourceConnector": { "config": { "replication.policy.class": "{{Identity}}", "replication.factor": 3,
                  "offset-syncs.topic.replication.factor": 3 } },
                "checkpointConnector": { "config": { "replication.policy.class": "{{Identity}}", "sync.group.offsets.enabled": true,
                  "checkpoints.topic.replication.factor": 3 } } }] } }
            """, runsIn ?? to);

    /// <summary>The same as programs of older versions write it.</summary>
    public static TestGraph MirroredBefore(
        this TestGraph graph, string name, string from, string to, string topics = ".*", string excluded = "topicsExcludePattern",
        string? without = null) => graph.Object("kubernetes:kafka.strimzi.io/v1beta2:KafkaMirrorMaker2", name, $$"""
            { "metadata": { "name": "{{name}}", "namespace": "orders" }, "spec": { "replicas": 1, "connectCluster": "{{to}}",
              "clusters": [{ "alias": "{{from}}", "bootstrapServers": "kafka.{{from}}.example.com:9094" },
                { "alias": "{{to}}", "bootstrapServers": "kafka.{{to}}.example.com:9094" }],
              "mirrors": [{ "sourceCluster": "{{from}}", "targetCluster": "{{to}}", "topicsPattern": {{Json(topics)}}, "{{excluded}}": {{Json(without)}},
                "sourceConnector": { "config": { "replication.policy.class": "{{Identity}}" } },
                "checkpointConnector": { "config": { "replication.policy.class": "{{Identity}}", "sync.group.offsets.enabled": "true" } } }] } }
            """, to);

    public static TestGraph Object(this TestGraph graph, string type, string name, string inputs, string region)
    {
        var written = JsonNode.Parse(inputs)!;
        written["metadata"]!["labels"] ??= new JsonObject();
        written["metadata"]!["labels"]!["dr.drinfra.io/workload"] = "orders";
        return graph.Add(type, name, written.ToJsonString(), region, options: resource =>
        {
            resource["provider"] = $"{TestGraph.Urn("pulumi:providers:kubernetes", $"kubernetes-{region}")}::kubernetes-{region}";
            resource["protect"] = true;
        });
    }

    public static CheckReport Check(this TestGraph graph) =>
        StackCheck.Run(Estate.Of([graph.Build()], AwsNames.Instance), ServiceAssumptions.All, TestGraph.Today);

    public static Outcome Of(this CheckReport report, Disruption disruption) => report.Objectives.Single(outcome => outcome.Disruption == disruption);

    /// <summary>Where a rule is broken: resource and message.</summary>
    public static IReadOnlyList<string> Breaks(this CheckReport report, string rule) =>
        [.. report.Violations.Where(violation => violation.Rule.Id == rule).Select(violation => $"{violation.Urn.Split("::")[^1]}: {violation.Message}")];

    public static bool Says(this Outcome outcome, string text) => outcome.Rpo.Leaves().Concat(outcome.Rto.Leaves())
        .Any(leaf => leaf.Sources.Any(source => source.Reference.Contains(text, StringComparison.Ordinal)));

    private static string Arn(string region) => $"arn:aws:eks:{region}:123456789012:cluster/eks-{region}";

    private static string Json(string? text) => JsonValue.Create(text)?.ToJsonString() ?? "null";
}
