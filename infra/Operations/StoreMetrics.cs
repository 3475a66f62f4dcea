using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Operations;

/// <summary>A metric of CloudWatch in one Region.</summary>
/// <param name="Namespace">For example <c>AWS/RDS</c>.</param>
/// <param name="Name">The metric.</param>
/// <param name="Dimensions">All of its dimensions.</param>
public sealed record StoreMetric(string Namespace, string Name, IReadOnlyDictionary<string, string> Dimensions);

/// <summary>
/// The replication metrics of stores, each asked for in the Region that it is published in (gotcha 72), with computed names only:
/// neither stack reads the other.
/// </summary>
public sealed class StoreMetrics(PairIdentity pair, string region)
{
    /// <summary>The id of the rule in <c>BucketReplication</c>.</summary>
    public const string ReplicationRuleId = "everything";

    private readonly Names _names = pair.Names;

    private string OtherRegion => pair.Regions.OtherThan(region);

    /// <summary>
    /// How far this Region's cluster is behind the writer of the other Region, in milliseconds, published here while it follows.
    /// Names and dimensions: Aurora user guide, "Amazon CloudWatch metrics for Amazon Aurora", and AWS's Aurora workshop, whose
    /// metric group is "DBClusterIdentifier, SourceRegion".
    /// </summary>
    public StoreMetric DatabaseLag(WorkloadSettings workload, DatabaseStore database, string metric = "AuroraGlobalDBRPOLag") =>
        new("AWS/RDS", metric, new Dictionary<string, string>
        {
            ["DBClusterIdentifier"] = _names.Cluster(workload.Name, database.Name, region),
            ["SourceRegion"] = OtherRegion,
        });

    /// <summary>
    /// Seconds since instances of this Region's cluster were started; every running instance reports it, the writer and readers
    /// alike. Source: Aurora user guide, "Checking uptime for Aurora clusters and instances".
    /// </summary>
    public StoreMetric DatabaseUptime(WorkloadSettings workload, DatabaseStore database) =>
        new("AWS/RDS", "EngineUptime", new Dictionary<string, string>
        {
            ["DBClusterIdentifier"] = _names.Cluster(workload.Name, database.Name, region),
        });

    /// <summary>
    /// How long items written here take to appear in the other Region, in milliseconds; published in the source Region, for every
    /// pair of replicas. Source: DynamoDB developer guide, "Monitoring global tables".
    /// </summary>
    public StoreMetric TableLatency(WorkloadSettings workload, TableStore table) =>
        new("AWS/DynamoDB", "ReplicationLatency", new Dictionary<string, string>
        {
            ["TableName"] = _names.Table(workload.Name, table.Name),
            ["ReceivingRegion"] = OtherRegion,
        });

    /// <summary>
    /// How long rows written here take to appear in the other Region, in milliseconds; kept in the source Region, for each Region that receives.
    /// Source: Keyspaces developer guide, "Multi-Region replication usage notes".
    /// </summary>
    public StoreMetric KeyspaceLatency(WorkloadSettings workload, WideColumnStore store) =>
        KeyspaceMetric(workload, store, "ReplicationLatency", ("ReceivingRegion", OtherRegion));

    /// <summary>Requests of one operation that the service failed here, or that it slowed down; published for each operation apart.</summary>
    public StoreMetric KeyspaceRequests(WorkloadSettings workload, WideColumnStore store, string metric, string operation) =>
        KeyspaceMetric(workload, store, metric, ("Operation", operation));

    /// <summary>
    /// How far this Region's bucket is behind the other Region's: <c>ReplicationLatency</c> (seconds), <c>BytesPendingReplication</c>
    /// and <c>OperationsPendingReplication</c>, published in the destination's Region. Source: S3 user guide, "Using S3
    /// Replication metrics", which also says the Region of each.
    /// </summary>
    public StoreMetric BucketInbound(WorkloadSettings workload, BucketStore bucket, string metric) =>
        BucketMetric(workload, bucket, metric, OtherRegion, region);

    /// <summary><c>OperationsFailedReplication</c> out of this Region's bucket: published in the source's Region (same source).</summary>
    public StoreMetric BucketOutboundFailures(WorkloadSettings workload, BucketStore bucket) =>
        BucketMetric(workload, bucket, "OperationsFailedReplication", region, OtherRegion);

    /// <summary>
    /// Of the replicator that copies a stream into this Region: <c>ReplicationLatency</c> (milliseconds), <c>MessageLag</c> (records),
    /// <c>ReplicatorFailure</c> and <c>AuthError</c>, published in the target's Region. Source: MSK developer guide, "Metrics reference" of MSK
    /// Replicator (https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-metrics-ref.html).
    /// </summary>
    public StoreMetric StreamReplicator(WorkloadSettings workload, StreamStore stream, string metric) =>
        new("AWS/Kafka", metric, new Dictionary<string, string> { ["ReplicatorName"] = _names.Stream(workload.Name, stream.Name, region) });

    /// <summary>Of this Region's cluster of a stream (https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html).</summary>
    public StoreMetric StreamCluster(WorkloadSettings workload, StreamStore stream, string metric) =>
        new("AWS/Kafka", metric, new Dictionary<string, string> { ["Cluster Name"] = _names.Stream(workload.Name, stream.Name, region) });

    /// <summary>Of one broker of it; they are numbered from 1 (same source).</summary>
    public StoreMetric StreamBroker(WorkloadSettings workload, StreamStore stream, string metric, int broker) =>
        new("AWS/Kafka", metric, new Dictionary<string, string>
        {
            ["Cluster Name"] = _names.Stream(workload.Name, stream.Name, region),
            ["Broker ID"] = $"{broker}",
        });

    /// <summary>
    /// How long the oldest message has waited in this Region's queue, in seconds. Source: SQS developer guide, "Available CloudWatch metrics for
    /// Amazon SQS"; the only dimension is the queue.
    /// </summary>
    public StoreMetric QueueAge(WorkloadSettings workload, QueueStore queue) =>
        QueueMetric("ApproximateAgeOfOldestMessage", _names.Queue(workload.Name, queue, region));

    /// <summary>How many messages this Region's queue has got (same source).</summary>
    public StoreMetric QueueArrivals(WorkloadSettings workload, QueueStore queue) =>
        QueueMetric("NumberOfMessagesSent", _names.Queue(workload.Name, queue, region));

    /// <summary>How many messages wait that consumers gave up (same source).</summary>
    public StoreMetric DeadLetters(WorkloadSettings workload, QueueStore queue) =>
        QueueMetric("ApproximateNumberOfMessagesVisible", _names.DeadLetterQueue(workload.Name, queue, region));

    /// <summary>
    /// How many messages this Region's topic has given up to deliver. Source: SNS developer guide, "Monitoring Amazon SNS topics using CloudWatch".
    /// </summary>
    public StoreMetric TopicFailures(WorkloadSettings workload, QueueStore queue) =>
        new("AWS/SNS", "NumberOfNotificationsFailed", new Dictionary<string, string> { ["TopicName"] = _names.QueueTopic(workload.Name, queue, region) });

    private static StoreMetric QueueMetric(string metric, string queue) =>
        new("AWS/SQS", metric, new Dictionary<string, string> { ["QueueName"] = queue });

    private StoreMetric KeyspaceMetric(WorkloadSettings workload, WideColumnStore store, string metric, (string Name, string Value) dimension) =>
        new("AWS/Cassandra", metric, new Dictionary<string, string>
        {
            ["Keyspace"] = _names.Keyspace(workload.Name, store.Name),
            ["TableName"] = Names.KeyspaceTable(store.Name),
            [dimension.Name] = dimension.Value,
        });

    private StoreMetric BucketMetric(WorkloadSettings workload, BucketStore bucket, string metric, string source, string destination) =>
        new("AWS/S3", metric, new Dictionary<string, string>
        {
            ["SourceBucket"] = _names.Bucket(workload.Name, bucket.Name, source),
            ["DestinationBucket"] = _names.Bucket(workload.Name, bucket.Name, destination),
            ["RuleId"] = ReplicationRuleId,
        });
}
