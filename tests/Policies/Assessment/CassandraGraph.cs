namespace DrInfra.Tests.Policies.Assessment;

/// <summary>Cassandra in a cluster of EKS over three zones, as the samples of its operators declare it.</summary>
internal static class CassandraGraph
{
    public const string Cluster = "kubernetes:k8ssandra.io/v1alpha1:K8ssandraCluster";
    public const string Datacenter = "kubernetes:cassandra.datastax.com/v1beta1:CassandraDatacenter";
    public const string Schedule = "kubernetes:medusa.k8ssandra.io/v1alpha1:MedusaBackupSchedule";
    public const string Configuration = "kubernetes:medusa.k8ssandra.io/v1alpha1:MedusaConfiguration";

    public const string ZoneLabel = "topology.kubernetes.io/zone";

    /// <summary>Racks r1 to r3, pinned to zones a to c of a Region by a label.</summary>
    public static string Pinned(string region = "eu-west-1", string label = ZoneLabel) =>
        $"[{string.Join(", ", "abc".Select((zone, at) => $$"""{ "name": "r{{at + 1}}", "nodeAffinityLabels": { "{{label}}": "{{region}}{{zone}}" } }"""))}]";

    /// <summary>Racks r1 to r3, each with what is given, or with nothing.</summary>
    public static string Racks(params string[] parts) =>
        $"[{string.Join(", ", parts.Select((part, at) => $$"""{ "name": "r{{at + 1}}"{{(part.Length == 0 ? "" : ", " + part)}} }"""))}]";

    public static string Zone(string zone, string label = ZoneLabel) => $$""" "nodeAffinityLabels": { "{{label}}": "{{zone}}" } """;

    /// <summary>A cluster of EKS with nodes in three zones, and a class of volumes.</summary>
    /// <param name="labels">Labels of the nodes.</param>
    /// <param name="zones">The zones of the nodes.</param>
    public static TestGraph Stack(string labels = "{}", string zones = "abc", string stores = "[]", string region = "eu-west-1")
    {
        var graph = new TestGraph().Manifests(stores).Cluster(region: region).Class("disks", "ebs.csi.aws.com", """ "reclaimPolicy": "Retain", """);
        foreach (var zone in zones)
        {
            graph.Add(
                "aws:ec2/subnet:Subnet", $"nodes-{zone}", $$"""{ "availabilityZone": "{{region}}{{zone}}", "cidrBlock": "10.0.0.0/24" }""", region,
                id: $"subnet-{zone}");
        }

        return graph.Add(
            "aws:eks/nodeGroup:NodeGroup", "nodes",
            $$"""{ "clusterName": "east", "labels": {{labels}}, "subnetIds": [{{string.Join(", ", zones.Select(zone => $"\"subnet-{zone}\""))}}] }""",
            region,
            dependencies:
            [.. zones.Select(zone => ("subnetIds", "aws:ec2/subnet:Subnet", $"nodes-{zone}")), ("clusterName", "aws:eks/cluster:Cluster", "east")]);
    }

    /// <summary>The sample <c>demo</c> of K8ssandra: one datacenter of nine nodes.</summary>
    /// <param name="racks">Its racks; null where it states none.</param>
    /// <param name="more">What it states besides, with a comma at the end.</param>
    /// <param name="beside">What stands beside the description of Cassandra, with a comma at the beginning.</param>
    public static TestGraph K8ssandra(this TestGraph graph, string? racks, string more = "", string beside = "", string others = "", string shared = "") =>
        graph.Object(Cluster, "demo", $$"""
            "spec": { "cassandra": { "serverVersion": "4.1.8", "clusterName": "demo", {{shared}}
              "storageConfig": { "cassandraDataVolumeClaimSpec": { "storageClassName": "disks", "resources": { "requests": { "storage": "5Gi" } } } },
              "datacenters": [{ "metadata": { "name": "dc1" }, {{more}} "size": 9{{(racks is null ? "" : $", \"racks\": {racks}")}} }{{others}}] } {{beside}} }
            """);

    /// <summary>The sample <c>cluster1</c> of cass-operator.</summary>
    public static TestGraph CassOperator(
        this TestGraph graph, string? racks, string more = "", string name = "dc1", string cluster = "east", int size = 9) => graph.Object(
        Datacenter, name, $$"""
            "spec": { "clusterName": "cluster1", "serverType": "cassandra", "serverVersion": "4.1.8", "size": {{size}}, {{more}}
              "storageConfig": { "cassandraDataVolumeClaimSpec": { "storageClassName": "disks", "resources": { "requests": { "storage": "5Gi" } } } }
              {{(racks is null ? "" : $", \"racks\": {racks}")}} }
            """, cluster: cluster);

    /// <summary>A schedule of Medusa for a datacenter.</summary>
    public static TestGraph Backups(this TestGraph graph, string more = "", string datacenter = "dc1", string cron = "30 1 * * *") => graph.Object(
        Schedule, "nightly", $$"""
            "spec": { {{more}} "cronSchedule": "{{cron}}", "backupSpec": { "backupType": "differential", "cassandraDatacenter": "{{datacenter}}" } }
            """);
}
