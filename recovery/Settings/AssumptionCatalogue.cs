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
        Duration("aurora-instance-recreation", "an instance of a cluster without readers is recreated", "aurora-inregion-noreplica"),
        Duration("aurora-in-region-failover", "a reader in the same Region takes over", "aurora-inregion-failover-typ", "aurora-inregion-failover"),
        Duration("rds-multi-az-failover", "the standby in another zone takes over", "rds-multiaz-instance-failover", "rds-multiaz-cluster-failover"),
        Duration("rds-replica-promotion", "promotion of a read replica, including its restart"),
        Duration("efs-replica-promotion", "deletion of a file system's replication, so that its replica accepts writes"),
        Duration("database-capacity", "creation or resizing of database instances to the size that the workload needs", "aurora-inregion-noreplica"),
        Duration("aurora-global-lag", "lag of a global database's secondary", "aurora-gdb-lag"),
        Duration("dynamodb-lag", "lag of a global table's replica", "ddb-mrec-lag"),
        Duration("rds-replica-lag", "lag of a read replica"),
        Duration("rds-cross-region-backup-lag", "lag of automated backups replicated to the other Region", "rds-xregion-backup-rpo"),
        Duration("s3-replication-lag", "lag of the slowest object in a bucket's replica", "s3-crr-typical"),
        Duration("commit-replication-lag", "lag of the slowest of the files that one commit to a table writes, where an SLA bounds the lag of most files"),
        Duration("secret-replication-lag", "lag of a secret's replica"),
        Duration("sync-time-to-finish", "run of a DataSync task: listing, transfer and verification of what changed"),
        Duration("dms-lag", "lag of what a task of AWS DMS writes into its target"),
        Duration("efs-replication-lag", "lag of a file system's replica", "efs-repl-rpo"),
        Duration("point-in-time-granularity", "time between now and the latest restorable time", "aurora-pitr-rpo", "rds-pitr-rpo", "ddb-pitr-lrt"),
        Duration("backup-time-to-finish", "duration of a backup job and its copy job, from the start of the backup job"),
        Duration("restore-fixed-time", "creation of the restore target, before data is restored", "rhub-est-rds-restore", "rhub-est-efs-restore"),
        Duration("rollback-fixed-time", "listing the changed objects and starting the rollback, before versions are restored"),
        Duration("attach", "attachment of a surviving volume to another server"),
        Duration("adoption", "name and configuration of a restored store, and the update of its clients"),
        Duration("decide-restore", "decision of people on a restore"),
        Duration("docdb-failover", "a reader of a DocumentDB cluster takes over"),
        Duration("docdb-lag", "lag of a global DocumentDB cluster's secondary", "docdb-gc-lag"),
        Duration("docdb-promotion", "promotion of a secondary of a global DocumentDB cluster", "docdb-gc-rto"),
        Duration("neptune-failover", "a reader of a Neptune cluster takes over", "neptune-failover"),
        Duration("neptune-lag", "lag of a global Neptune database's secondary", "neptune-gdb-lag"),
        Duration("neptune-promotion", "promotion of a secondary of a global Neptune database"),
        Duration("cache-replica-lag", "lag of a cache's replicas"),
        Duration("cache-failover", "a replica of a cache takes over"),
        Duration("cache-global-lag", "lag of a global datastore's secondary Region", "elasticache-gds-rpo"),
        Duration("cache-promotion", "promotion of a global datastore's secondary Region", "elasticache-gds-rto"),
        Duration("search-unreplicated", "lag of index replicas; an index has one replica by default"),
        Duration("search-failover", "other nodes of a search domain take over its shards"),
        Duration("search-replication-lag", "lag of a search domain that replicates another one", "os-ccr-lag"),
        Duration("search-promotion", "end of a search domain's replication, so that it accepts writes"),
        Duration("warehouse-failover", "relocation of a warehouse to another zone, or replacement of its nodes"),
        Duration(
            "snapshot-interval", "longest time between two automated snapshots without a declared schedule", "os-snap-hourly", "redshift-snap",
            "redshift-serverless-rp", "os-serverless-snap-hourly"),
        Duration("stream-unreplicated", "newest records that only one broker has; 0 if producers wait for all replicas"),
        Duration("stream-failover", "other brokers become leaders of a lost broker's partitions"),
        Duration("stream-replication-lag", "lag of a stream's replicator"),
        Duration("stream-replay", "consumers replay correct records, or find their offsets in a copy"),
        Duration("flink-savepoint", "a periodic savepoint of a Flink job is complete, from the time at which it is due"),
        Duration("job-start", "people start a suspended job from its newest state"),
        Duration("emr-cluster-start", "an EMR cluster is made, and opens the tables of a lost one where it has some"),
        Duration("stream-topic-names", "clients of a stream use the topic names of a copy, which have a prefix"),
        Duration("broker-unreplicated", "newest messages that only one node of a RabbitMQ broker has; 0 for quorum queues"),
        Duration("broker-failover", "another instance of a message broker takes over"),
        Duration("broker-replication-lag", "lag of a message broker's replica in another Region"),
        Duration("broker-promotion", "promotion of a message broker's replica in another Region"),
        Duration("sns-delivery", "delivery of a message from a topic to a queue in another Region"),
        Duration("keyspaces-lag", "lag of a keyspace's other Regions", "keyspaces-lag"),
        Duration(
            "catalogue-registration",
                "registration of a catalogue's tables in a Region, or again: the newest metadata all of whose files have arrived, or folders"),
        Duration("table-bucket-lag", "lag of a table bucket's replica"),
        Duration("table-bucket-disassociation", "disassociation of replica tables from their replication, so that they accept writes"),
        Duration(
            "cassandra-unreplicated",
            "newest writes that only one node of Cassandra has; 0 if writes wait for a quorum and each keyspace has a replica in each of three racks"),
        Duration("cassandra-failover", "other replicas of Cassandra answer for a lost node or zone"),
        Duration("cassandra-lag", "lag of a Cassandra cluster's other datacenter, in which each keyspace has replicas"),
        Duration("image-replication-lag", "time to replicate an image to the other Region", "ecr-repl-time"),
        Duration("files-failover", "the file server of the other zone takes over"),
        Duration("accelerator-failover", "time until an accelerator leaves a Region, after its health checks failed"),
        Duration("access-point-failover", "failover of a Multi-Region Access Point to the bucket of another Region", "s3-mrap-failover"),
        Duration(
            "alias-target-health",
                "time until an alias that evaluates target health leaves a load balancer that has no healthy targets or whose Region is lost"),
        Duration("origin-failover", "failover of a distribution to the second origin of a group: connection attempts and timeouts of a request",
            "cf-origin-attempts"),
        Duration("routing-control", "change of a routing control and its health check", "arc-rc-propagation"),
        Duration("capacity", "scale-out of nodes and pods from their standby size until they serve", "eks-karpenter-node-range", "eks-ca-node"),
        Duration("scaling-by-load", "reaction of a scaling policy to the load, without the launch of servers"),
        Duration("region-switch-routing", "routing step of a Region switch plan"),
        Duration("dns-propagation", "propagation of a changed record to the name servers, without its TTL", "r53-propagation"),
        Duration("client-reconnect", "clients notice the failure, resolve the name again and reconnect", "client-tcp-retries2"),
        Duration("zone-failover", "traffic and work move out of a lost zone"),
        Duration("account-recovery-preparation", "preparation of the recovery account for restores"),
        Duration("detect-by-people", "detection by people, without an alarm"),
        new("restore-rate", AssumptionUnit.Rate, "data rate of a restore"),
        new("outside-rate", AssumptionUnit.Rate, "data rate from a store outside AWS back into it"),
        new("rollback-rate", AssumptionUnit.Rate, "data rate of a rollback to noncurrent versions"),
        new("queue-drain-rate", AssumptionUnit.Rate, "data rate at which consumers work through the messages of a queue, those that come again included"),
        new("backup-opt-in", AssumptionUnit.Statement, "the service is opted in to AWS Backup in this account and Region"),
        new(
            "region-switch-percent-of-region-left", AssumptionUnit.Statement,
                "a plan's EKS scaling step raises pods to a percentage of the capacity of the Region that is left, as a drill has shown"),
        Duration("region-switch-execution", "execution of a failover plan, in a drill of the direction that the configuration names: workload/Region"),
        new(
            "region-switch-alarm-of-a-third-region", AssumptionUnit.Statement,
                "a trigger of a Region switch plan evaluates an alarm of a Region that is not of the plan, as a drill has shown"),
        new(
            "armed-without-a-drill", AssumptionUnit.Statement,
                "triggers that activate a Region are armed before a drill of that direction; its scope is workload/Region"),
        new(
            "copy-outlives-the-account", AssumptionUnit.Statement,
                "what a DataSync task writes outside the account it cannot destroy there, and credentials to read it are kept outside the account"),
        new("multi-party-approval", AssumptionUnit.Statement, "an approval team in another account can share the air-gapped vault if this account is lost"),
    ];

    /// <summary>The entry of an id, whatever it is narrowed to; null where there is none.</summary>
    public static AssumptionKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == Subject(id));

    /// <summary>An id without what it is narrowed to.</summary>
    public static string Subject(string id) => id.Split('@', 2)[0];

    private static AssumptionKind Duration(string id, string description, params IReadOnlyList<string> facts) =>
        new(id, AssumptionUnit.Duration, description, facts);
}
