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
        Duration("capacity", "nodes and pods from their standby size until they serve", "eks-karpenter-node-range", "eks-ca-node"),
        Duration("region-switch-routing", "a step of a Region-switch plan moves the traffic"),
        Duration("dns-propagation", "a changed record reaches the name servers, without its TTL", "r53-propagation"),
        Duration("client-reconnect", "clients notice, resolve the name again and connect", "client-tcp-retries2"),
        Duration("zone-failover", "traffic and work move away from a lost zone"),
        Duration("account-recovery-preparation", "another account is made ready to restore into"),
        Duration("detect-by-people", "people notice what no alarm tells them"),
        new("restore-rate", AssumptionUnit.Rate, "how fast a restore moves data"),
        new("rollback-rate", AssumptionUnit.Rate, "how fast changes are undone from old versions"),
        new("backup-opt-in", AssumptionUnit.Statement, "AWS Backup is opted in to the service, in this account and Region"),
    ];

    /// <summary>The entry of an id, whatever it is narrowed to; null where there is none.</summary>
    public static AssumptionKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == Subject(id));

    /// <summary>An id without what it is narrowed to.</summary>
    public static string Subject(string id) => id.Split('@', 2)[0];

    private static AssumptionKind Duration(string id, string description, params IReadOnlyList<string> facts) => new(id, AssumptionUnit.Duration, description, facts);
}
