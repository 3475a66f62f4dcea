namespace DrInfra.Policies.Catalogue;

/// <summary>The eleven systems that the practices name.</summary>
public static class NamedSystems
{
    private const string NoMesh = "no mesh is declared yet, and none is judged";

    public static IReadOnlyList<NamedSystem> All { get; } =
    [
        new(
            "Apache Cassandra", ["GlobalKeyspace"],
            "point-in-time recovery in each Region (Amazon Keyspaces, which speaks its protocol)",
            "each Region takes writes; clients have the address of their own",
            [
                "keyspace-spans-regions", "table-has-point-in-time-recovery", "cassandra-racks-are-in-zones-of-their-own", "cassandra-datacenter-runs",
                "cassandra-backups-are-made",
            ],
            ["KeyspaceRemovalTests", "CassandraRecoveryTests"]),
        new(
            "Apache Hadoop", ["HadoopPipeline"],
            "nothing of record is in HDFS: input, output and programs are in replicated buckets",
            "a schedule in each Region asks for the lease before a run, and again before its commit; each run makes a cluster of its own",
            [
                "scheduled-job-runs-in-one-region", "lease-is-read-before-the-commit", "transient-cluster-is-ended", "state-machine-role-can-run",
                "job-is-in-both-regions", "job-code-is-in-its-region",
            ],
            ["HadoopRemovalTests", "HBaseRecoveryTests"]),
        new(
            "Apache Spark", ["SparkPipeline", "JobOperators"],
            "results are in replicated buckets, below the epoch of the lease",
            "the follower resumes the schedule of the Region that holds the lease, and suspends the other; gates hold late runs",
            ["one-region-is-active", "operator-watches-its-jobs", "job-is-in-both-regions"],
            ["BatchJobRemovalTests", "SparkPipelineTests"]),
        new(
            "Apache Flink", ["FlinkPipeline", "JobOperators"],
            "savepoints with manifests in a replicated bucket; checkpoints in the Region",
            "the follower starts the job from the newest savepoint that is wholly there; sources read again from before it",
            ["one-region-is-active", "savepoint-age-is-alarmed", "flink-copies-savepoints", "flink-state-and-offsets-agree", "operator-watches-its-jobs"],
            ["StreamJobRemovalTests", "JobFiguresTests", "FlinkPipelineTests"]),
        new("Istio", [], "", "", [], []) { Gap = NoMesh },
        new("Linkerd", [], "", "", [], []) { Gap = NoMesh },
        new(
            "Docker", ["ContainerRegistry"],
            "immutable images in a registry of each Region, which replicate to each other",
            "pods pull from the registry of their own Region, by digest",
            ["images-are-pinned", "pod-images-are-in-their-region", "ecr-images-are-replicated", "ecr-image-tags-are-immutable"],
            ["ImagePullsTests", "PodRemovalTests"]),
        new(
            "Kubernetes", ["RegionalCluster", "ClusterBaseline", "WorkloadNamespace", "ServingPods"],
            "three zones, disruption budgets, spread, quotas that hold the needed pods; objects are declared for either cluster",
            "a plan or the load raises the pods of the standby; the follower starts jobs",
            ["pods-can-reach-the-needed-number", "pods-spread-across-zones", "plan-scales-the-pods-of-its-workload", "nodes-span-zones"],
            ["PodRemovalTests", "ExcludeTests"]),
        new(
            "Terraform", [],
            "", "",
            [],
            ["MapTests", "PlanTests", "ApplyTests"])
        {
            Gap = "a form of interchange: `drctl export` writes either stack as Terraform, which the real provider validates, plans and applies; its plans and "
                + "states are not read yet",
        },
        new(
            "Message queues", ["WorkQueue", "EventStream", "StreamReplication"],
            "three zones; dead letters; records kept for as long as corruption may be unnoticed",
            "topics feed the queues of both Regions; replicators copy streams both ways, with offsets",
            ["topic-feeds-both-regions", "queue-feed-delivers", "kafka-keeps-copies", "replicator-copies-everything", "replicator-copies-offsets"],
            ["QueueRemovalTests", "StreamReasonsTests"]),
        new(
            "Load balancers", ["ServingEndpoint", "FailoverRouting"],
            "a balancer of each Region over three zones, with deletion protection",
            "a failover pair of records moves by health checks, after the databases",
            ["target-group-checks-health", "load-balancer-is-protected", "traffic-follows-promotion", "target-group-binding-registers-pods"],
            ["FailoverRoutingTests", "TrafficReasonsTests"]),
    ];
}
