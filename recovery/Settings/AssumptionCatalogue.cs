namespace DrInfra.Recovery.Settings;

/// <summary>
/// All that recovery.yaml may assume, or have evidence of: what no property tells and no source bounds.
/// </summary>
public static class AssumptionCatalogue
{
    /// <summary>Every entry, by subject.</summary>
    public static IReadOnlyList<AssumptionKind> All { get; } =
    [
        Duration("aurora-promotion", "promotion of a global database's secondary, without detection, decision and clients", "aurora-gdb-rto-workshop"),
        Duration("aurora-instance-recreation", "an instance of a cluster without readers is made again", "aurora-inregion-noreplica"),
        Duration("aurora-in-region-failover", "a reader of the same Region takes over", "aurora-inregion-failover-typ", "aurora-inregion-failover"),
        Duration("rds-multi-az-failover", "the standby in another zone takes over", "rds-multiaz-instance-failover", "rds-multiaz-cluster-failover"),
        Duration("rds-replica-promotion", "promotion of a read replica, its restart included"),
        Duration("efs-replica-promotion", "the replication of a file system is deleted, and its copy takes writes"),
        Duration("database-capacity", "instances of a database made or resized to what the workload needs", "aurora-inregion-noreplica"),
        Duration("aurora-global-lag", "how far a secondary of a global database is behind", "aurora-gdb-lag"),
        Duration("dynamodb-lag", "how far a replica of a global table is behind", "ddb-mrec-lag"),
        Duration("rds-replica-lag", "how far a read replica is behind"),
        Duration("rds-cross-region-backup-lag", "how far the automated backups in the other Region are behind", "rds-xregion-backup-rpo"),
        Duration("s3-replication-lag", "how far the slowest object in the bucket's replica is behind", "s3-crr-typical"),
        Duration("secret-replication-lag", "how far a secret's replica is behind"),
        Duration("efs-replication-lag", "how far a file system's replica is behind", "efs-repl-rpo"),
        Duration("point-in-time-granularity", "how long before now the last moment is that can be restored", "aurora-pitr-rpo", "rds-pitr-rpo", "ddb-pitr-lrt"),
        Duration("backup-time-to-finish", "a backup job and the copying of what it made, from the start of the job"),
        Duration("restore-fixed-time", "making the target of a restore, before data flows", "rhub-est-rds-restore", "rhub-est-efs-restore"),
        Duration("rollback-fixed-time", "listing what changed and starting to undo it, before versions move"),
        Duration("attach", "a volume that survived its server is attached to another one"),
        Duration("adoption", "a restored store gets its name and configuration, and what uses it is told"),
        Duration("decide-restore", "people decide to restore, and what"),
        Duration("docdb-failover", "a reader of a DocumentDB cluster takes over"),
        Duration("docdb-lag", "how far a secondary of a global DocumentDB cluster is behind", "docdb-gc-lag"),
        Duration("docdb-promotion", "promotion of a secondary of a global DocumentDB cluster", "docdb-gc-rto"),
        Duration("neptune-failover", "a reader of a Neptune cluster takes over", "neptune-failover"),
        Duration("neptune-lag", "how far a secondary of a global Neptune database is behind", "neptune-gdb-lag"),
        Duration("neptune-promotion", "promotion of a secondary of a global Neptune database"),
        Duration("cache-replica-lag", "how far the replicas of a cache are behind its primary"),
        Duration("cache-failover", "a replica of a cache takes over"),
        Duration("cache-global-lag", "how far the other Region of a global cache is behind", "elasticache-gds-rpo"),
        Duration("cache-promotion", "promotion of the other Region of a global cache", "elasticache-gds-rto"),
        Duration("search-unreplicated", "how far the replicas of indexes are behind; indexes have one where nothing else is said"),
        Duration("search-failover", "other nodes of a search domain take the shards over"),
        Duration("search-replication-lag", "how far a search domain that follows another one is behind", "os-ccr-lag"),
        Duration("search-promotion", "a search domain that follows stops and takes writes"),
        Duration("warehouse-failover", "a warehouse goes on in another zone, or gets its nodes again"),
        Duration(
            "snapshot-interval", "the longest time between two automated snapshots, where no schedule is declared", "os-snap-hourly", "redshift-snap",
            "redshift-serverless-rp"),
        Duration("stream-unreplicated", "how much of the newest records one broker alone has; nothing where producers wait for all"),
        Duration("stream-failover", "other brokers lead the partitions of a lost one"),
        Duration("stream-replication-lag", "how far the replicator of a stream is behind"),
        Duration("stream-replay", "consumers read sound records again, or find their place in a copy"),
        Duration("keyspaces-lag", "how far the other Regions of a keyspace are behind", "keyspaces-lag"),
        Duration("image-replication-lag", "how long an image takes to the other Region", "ecr-repl-time"),
        Duration("files-failover", "the file server of the other zone takes over"),
        Duration("accelerator-failover", "an accelerator leaves a Region without healthy endpoints, after its checks failed"),
        Duration("access-point-failover", "a multi-Region access point sends requests to the bucket of another Region", "s3-mrap-failover"),
        Duration(
            "alias-target-health", "an alias that evaluates the health of its target leaves a load balancer without healthy targets, or whose Region is lost"),
        Duration("origin-failover", "a distribution turns to the second origin of a group: attempts and time-outs of a request", "cf-origin-attempts"),
        Duration("routing-control", "somebody turns a routing control, and its health check follows", "arc-rc-propagation"),
        Duration("capacity", "nodes and pods from their standby size until they serve", "eks-karpenter-node-range", "eks-ca-node"),
        Duration("scaling-by-load", "a scaling policy sees the load that has come and orders servers, without their launch"),
        Duration("region-switch-routing", "a step of a Region-switch plan moves the traffic"),
        Duration("dns-propagation", "a changed record reaches the name servers, without its TTL", "r53-propagation"),
        Duration("client-reconnect", "clients notice, resolve the name again and connect", "client-tcp-retries2"),
        Duration("zone-failover", "traffic and work move away from a lost zone"),
        Duration("account-recovery-preparation", "another account is made ready to restore into"),
        Duration("detect-by-people", "people notice what no alarm tells them"),
        new("restore-rate", AssumptionUnit.Rate, "how fast a restore moves data"),
        new("rollback-rate", AssumptionUnit.Rate, "how fast changes are undone from old versions"),
        new("backup-opt-in", AssumptionUnit.Statement, "AWS Backup is opted in to the service, in this account and Region"),
        new("multi-party-approval", AssumptionUnit.Statement, "an approval team of another account can share the air-gapped vault when this account is lost"),
    ];

    /// <summary>The entry of an id, whatever it is narrowed to; null where there is none.</summary>
    public static AssumptionKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == Subject(id));

    /// <summary>An id without what it is narrowed to.</summary>
    public static string Subject(string id) => id.Split('@', 2)[0];

    private static AssumptionKind Duration(string id, string description, params IReadOnlyList<string> facts) =>
        new(id, AssumptionUnit.Duration, description, facts);
}
