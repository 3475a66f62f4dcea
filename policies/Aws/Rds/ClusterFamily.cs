using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;

namespace DrInfra.Policies.Aws.Rds;

/// <summary>The services whose clusters share a volume over three zones and can join a global cluster: their types, and where a cluster states what.</summary>
/// <param name="SubnetGroupProperty">The property of a cluster with its subnet group.</param>
/// <param name="KeyProperty">The property of a cluster with its key.</param>
internal sealed record ClusterFamily(string Cluster, string Global, string Instance, string SubnetGroup, string SubnetGroupProperty, string KeyProperty)
{
    public static readonly ClusterFamily Aurora = new(
        RdsTypes.Cluster, RdsTypes.GlobalCluster, RdsTypes.ClusterInstance, RdsTypes.SubnetGroup, "dbSubnetGroupName", "kmsKeyId");

    public static readonly ClusterFamily DocumentDb = new(
        DocDbTypes.Cluster, DocDbTypes.GlobalCluster, DocDbTypes.ClusterInstance, DocDbTypes.SubnetGroup, "dbSubnetGroupName", "kmsKeyId");

    public static readonly ClusterFamily Neptune = new(
        NeptuneTypes.Cluster, NeptuneTypes.GlobalCluster, NeptuneTypes.ClusterInstance, NeptuneTypes.SubnetGroup, "neptuneSubnetGroupName", "kmsKeyArn");

    public static IReadOnlyList<ClusterFamily> All { get; } = [Aurora, DocumentDb, Neptune];

    public static ClusterFamily Of(Node cluster) => All.FirstOrDefault(family => family.Cluster == cluster.Type) ?? Aurora;
}
