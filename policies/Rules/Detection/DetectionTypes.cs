namespace DrInfra.Policies.Rules.Detection;

/// <summary>Type tokens of what detects, tells and switches.</summary>
internal static class DetectionTypes
{
    public const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string CompositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    public const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string EventRule = "aws:cloudwatch/eventRule:EventRule";
    public const string EventTarget = "aws:cloudwatch/eventTarget:EventTarget";
    public const string Topic = "aws:sns/topic:Topic";
    public const string TopicPolicy = "aws:sns/topicPolicy:TopicPolicy";
    public const string TopicSubscription = "aws:sns/topicSubscription:TopicSubscription";
    public const string Canary = "aws:synthetics/canary:Canary";
    public const string Record = "aws:route53/record:Record";
    public const string HealthCheck = "aws:route53/healthCheck:HealthCheck";
    public const string Plan = "aws:arcregionswitch/plan:Plan";
    public const string Function = "aws:lambda/function:Function";
    public const string Role = "aws:iam/role:Role";
    public const string Cluster = "aws:rds/cluster:Cluster";
    public const string GlobalCluster = "aws:rds/globalCluster:GlobalCluster";
    public const string Table = "aws:dynamodb/table:Table";
    public const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    public const string Listener = "aws:lb/listener:Listener";
    public const string VaultNotifications = "aws:backup/vaultNotifications:VaultNotifications";
    public const string Key = "aws:kms/key:Key";
    public const string KeyAlias = "aws:kms/alias:Alias";
    public const string ReplicaKey = "aws:kms/replicaKey:ReplicaKey";

    public static readonly IReadOnlyList<string> Alarms = [MetricAlarm, CompositeAlarm];
    public static readonly IReadOnlyList<string> Buckets = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];
    public static readonly IReadOnlyList<string> BucketObjects =
        ["aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/bucketObject:BucketObject", "aws:s3/objectCopy:ObjectCopy"];
    public static readonly IReadOnlyList<string> Replications = ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"];
    public static readonly IReadOnlyList<string> LoadBalancers =
        [LoadBalancer, "aws:alb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"];
    public static readonly IReadOnlyList<string> Listeners = [Listener, "aws:alb/listener:Listener"];
    public static readonly IReadOnlyList<string> Keys = [Key, ReplicaKey];
}
