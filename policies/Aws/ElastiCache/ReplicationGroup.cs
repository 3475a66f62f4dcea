namespace DrInfra.Policies.Aws.ElastiCache;

/// <summary>A cache whose shards have a primary each, and replicas that may take over.</summary>
internal readonly record struct ReplicationGroup(Node Node)
{
    public Prop AutomaticFailover => Node["automaticFailoverEnabled"];

    public Prop MultiAz => Node["multiAzEnabled"];

    /// <summary>Whether every shard has a replica; so too where only the deployment tells.</summary>
    public bool HasReplicas
    {
        get
        {
            if (Node["nodeGroupConfigurations"].Items is { Count: > 0 } shards)
            {
                return shards.All(shard =>
                    shard["replicaCount"].IsUnknown || shard["replicaCount"].Number >= 1 || shard["replicaAvailabilityZones"].Items.Count >= 1);
            }

            // A secondary of a global datastore takes the shards of the primary, and states its replicas alone.
            var (perShard, nodes) = (Node["replicasPerNodeGroup"], Node["numCacheClusters"]);
            return perShard.IsUnknown || nodes.IsUnknown || perShard.Number >= 1 || nodes.Number >= 2;
        }
    }
}
