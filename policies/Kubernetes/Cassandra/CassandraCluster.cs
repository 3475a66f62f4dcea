using DrInfra.Policies.Kubernetes.Volumes;

namespace DrInfra.Policies.Kubernetes.Cassandra;

/// <summary>A cluster of Cassandra with its datacenters.</summary>
/// <param name="Node">The object that declares it, or its first datacenter.</param>
/// <param name="Datacenters">At least one.</param>
internal sealed record CassandraCluster(Node Node, IReadOnlyList<CassandraDatacenter> Datacenters)
{
    /// <summary>Datacenters that another program declares, by name.</summary>
    public IReadOnlyList<Prop> Elsewhere => Node.Type == CassandraTypes.Cluster ? Node["spec"]["externalDatacenters"].Items : [];

    /// <summary>What makes its backups; absent where the cluster has none, or is not one of K8ssandra.</summary>
    public Prop Medusa => Node.Type == CassandraTypes.Cluster ? Node["spec"]["medusa"] : default;

    public static IReadOnlyList<CassandraCluster> AllIn(Estate estate) =>
        estate.Once<IReadOnlyList<CassandraCluster>>(static estate => [.. Read(estate)]);

    /// <summary>The claims of all datacenters for their data: each node of Cassandra gets one.</summary>
    public static IEnumerable<VolumeClaim> Claims(Estate estate) => AllIn(estate).SelectMany(cluster => cluster.Datacenters)
        .Where(datacenter => datacenter.Claim.IsStated()).Select(datacenter => ClaimOf(estate, datacenter));

    public static VolumeClaim ClaimOf(Estate estate, CassandraDatacenter datacenter) =>
        VolumeClaims.Of(estate).OfOperator(datacenter.Node, $"server-data of {datacenter.Name ?? datacenter.Node.Name}", datacenter.Claim);

    private static IEnumerable<CassandraCluster> Read(Estate estate)
    {
        foreach (var node in estate.OfType(CassandraTypes.Cluster))
        {
            var shared = node["spec"]["cassandra"];
            CassandraDatacenter[] datacenters = [.. shared["datacenters"].Items.Select(own => new CassandraDatacenter(node, own, shared))];
            yield return new CassandraCluster(node, datacenters.Length > 0 ? datacenters : [new CassandraDatacenter(node, shared["datacenters"], shared)]);
        }

        var alone = estate.OfType(CassandraTypes.Datacenter).Select(node => new CassandraDatacenter(node, node["spec"], default));
        foreach (var named in alone.GroupBy(datacenter => datacenter.ClusterName ?? datacenter.Node.Urn, StringComparer.Ordinal))
        {
            // Those of one namespace find each other; those of another cluster of Kubernetes only by seeds.
            foreach (var group in named.GroupBy(datacenter => named.Any(other => other.JoinsOthers)
                ? default : (Pods.ClusterOf(datacenter.Node), datacenter.Namespace)))
            {
                yield return new CassandraCluster(group.First().Node, [.. group]);
            }
        }
    }
}
