using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Aws.Mq;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;

namespace DrInfra.Policies.Rules.Data;

public sealed class StoreSpansZones : FamilyRule
{
    private protected override IReadOnlyList<Row> Table =>
    [
        Flag(
            [RdsTypes.Instance], "multiAz", "it is in one zone only",
            unless: node => InstanceReplica.IsReplica(node) ? "a read replica is not the writer" : null),
        Flag([ElastiCacheTypes.ReplicationGroup], "multiAzEnabled", "multiAzEnabled is off: its nodes may all be in one zone"),
        new([ElastiCacheTypes.Cluster], (node, _) => [Nodes(node)], node => node["replicationGroupId"].IsStated() ? "its replication group places it" : null),
        new([MemoryDbTypes.Cluster], (node, _) => [NumberVerdict.AtLeast(new MemoryDbCluster(node).ReplicasPerShard, 1, "replicas per shard", "")]),
        new([FsxTypes.OntapFileSystem, FsxTypes.OpenZfsFileSystem, FsxTypes.WindowsFileSystem], (node, _) => [Files(new FsxFileSystem(node))]),
        new([RedshiftTypes.Cluster], (node, _) => [Either(
            new RedshiftCluster(node).MultiAz, new RedshiftCluster(node).Relocation,
            "it is in one zone: neither multiAz nor availabilityZoneRelocationEnabled is on")]),
        new([MqTypes.Broker], (node, _) => [Broker(new MessageBroker(node))]),
        new([OpenSearchTypes.Domain, ElasticsearchTypes.Domain], (node, _) => Domain(node["clusterConfig"])),
    ];

    private static Verdict Either(Prop one, Prop other, string fault) => one.Flag == true || other.Flag == true ? Verdict.Compliant
        : one.IsUnknown || other.IsUnknown ? Verdict.Unknown((one.IsUnknown ? one : other).Path)
        : Verdict.Violation(fault, one.Path);

    private static Verdict Broker(MessageBroker broker) => broker.SpansZones switch
    {
        null => Verdict.Unknown(broker.Deployment.Path),
        true => Verdict.Compliant,
        false => Verdict.Violation($"deploymentMode is {broker.Deployment.Text ?? "SINGLE_INSTANCE"}: it is in one zone", broker.Deployment.Path),
    };

    private static Verdict Files(FsxFileSystem system) => system.Deployment.IsUnknown ? Verdict.Unknown(system.Deployment.Path)
        : system.SpansZones ? Verdict.Compliant
        : Verdict.Violation($"deploymentType is {system.Deployment.Text ?? "SINGLE_AZ_1"}: it is in one zone", system.Deployment.Path);

    // A single node is in one zone whatever it says.
    private static Verdict Nodes(Node node)
    {
        var (nodes, zones) = (node["numCacheNodes"], node["azMode"]);
        return nodes.IsUnknown || zones.IsUnknown ? Verdict.Unknown((nodes.IsUnknown ? nodes : zones).Path)
            : (nodes.Number ?? 1) < 2 ? Verdict.Violation("it has one node, two in different zones needed", nodes.Path)
            : zones.Text == "cross-az" || node["preferredAvailabilityZones"].Items.Select(zone => zone.Text).Distinct(StringComparer.Ordinal).Count() > 1
                ? Verdict.Compliant
                : Verdict.Violation($"azMode is {zones.Text ?? "single-az"}, cross-az needed", zones.Path);
    }

    private static IEnumerable<Verdict> Domain(Prop cluster)
    {
        var (aware, count, nodes) = (cluster["zoneAwarenessEnabled"], cluster["zoneAwarenessConfig"]["availabilityZoneCount"], cluster["instanceCount"]);
        yield return Either(aware, cluster["multiAzWithStandbyEnabled"], "all its nodes are in one zone: zone awareness is off");
        if (aware.Flag != true)
        {
            yield break;
        }

        // Two zones where nothing is stated. A third one is used where there are nodes for it.
        if (nodes.Number >= 3)
        {
            yield return NumberVerdict.AtLeast(count, 3, 2, "availabilityZoneCount", "");
        }

        if (nodes.Number is { } number && number % (count.Number ?? 2) != 0)
        {
            yield return Verdict.Violation($"{number} nodes do not spread evenly over {count.Number ?? 2} zones", nodes.Path);
        }
    }
}
