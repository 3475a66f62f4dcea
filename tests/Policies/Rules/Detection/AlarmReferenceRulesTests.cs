using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

/// <summary>What alarms refer to: topics, and the resources and Regions of their dimensions.</summary>
public class AlarmReferenceRulesTests
{
    private const string TopicArn = "arn:aws:sns:eu-west-1:123456789012:alerts";

    [Fact]
    public void TopicOfTheSameRegion_IsCompliant() => Assert.Empty(WithTopic().Violations(new AlarmActionsReachATopic()));

    [Fact]
    public void TopicOfAnotherRegion_IsAViolation() => Assert.Equal(
        ["alarm: the action is a topic of eu-central-1, the alarm is in eu-west-1"],
        new TestGraph()
            .Add(DetectionGraph.Alarm, "alarm", DetectionGraph.CanaryAlarm("""{ "alarmActions": ["arn:aws:sns:eu-central-1:123456789012:alerts"] }"""))
            .Violations(new AlarmActionsReachATopic()));

    [Fact]
    public void TopicThatIsNotThere_IsUnknownAloneAndAViolationInAPair()
    {
        var alone = new TestGraph().Add(DetectionGraph.Alarm, "alarm", DetectionGraph.CanaryAlarm());
        Assert.Equal(["alarm: alarmActions[0]"], alone.Unknown(new AlarmActionsReachATopic()));
        Assert.Equal(
            [$"alarm: the topic {TopicArn} is in none of the stacks"], alone.Violations(new AlarmActionsReachATopic(), null, DetectionGraph.OtherHalf));
    }

    [Fact]
    public void UnknownTopicWithADependency_IsCompliant()
    {
        var graph = new TestGraph().Add(DetectionGraph.Topic, "alerts", "{}")
            .Add(
                DetectionGraph.Alarm, "alarm", DetectionGraph.CanaryAlarm("""{ "alarmActions": ["?"] }"""),
                dependencies: ("alarmActions", DetectionGraph.Topic, "alerts"));
        Assert.Empty(graph.Unknown(new AlarmActionsReachATopic()));
        Assert.Empty(graph.Violations(new AlarmActionsReachATopic()));
    }

    [Fact]
    public void TopicThatWillBeCalledOtherwise_IsNotThere() => Assert.Single(
        new TestGraph().Add(DetectionGraph.Topic, "alerts", """{ "name": "renamed" }""", id: TopicArn)
            .Add(DetectionGraph.Alarm, "alarm", DetectionGraph.CanaryAlarm()).Violations(new AlarmActionsReachATopic(), null, DetectionGraph.OtherHalf));

    [Fact]
    public void ScalingPolicyAsAction_IsNotJudged() => Assert.Empty(
        new TestGraph()
            .Add(
                DetectionGraph.Alarm, "alarm",
                DetectionGraph.CanaryAlarm("""{ "alarmActions": ["arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:1"] }"""))
                .Violations(new AlarmActionsReachATopic()));

    [Fact]
    public void ClusterThatIsThere_IsWatched() => Assert.Empty(Lag("orders", DetectionGraph.Primary).Violations(new AlarmWatchesWhatExists()));

    [Fact]
    public void ClusterThatIsNotThere_IsUnknownAloneAndAViolationInAPair()
    {
        Assert.Equal(["lag: dimensions.DBClusterIdentifier"], Lag("other", DetectionGraph.Primary).Unknown(new AlarmWatchesWhatExists()));
        Assert.Equal(
            ["lag: DBClusterIdentifier orders is in none of the stacks"],
            Lag("other", DetectionGraph.Primary).Violations(new AlarmWatchesWhatExists(), null, DetectionGraph.OtherHalf));
    }

    [Fact]
    public void RuleIdThatTheBucketDoesNotHave_IsAViolation() => Assert.Equal(
        ["alarm: the bucket data has no replication rule all"],
        Replication("all", DetectionGraph.Standby).Violations(new AlarmWatchesWhatExists()));

    [Fact]
    public void RuleIdOfTheBucket_IsCompliant() => Assert.Empty(Replication("everything", DetectionGraph.Standby).Violations(new AlarmWatchesWhatExists()));

    [Fact]
    public void ReplicationLatency_BelongsToTheDestination()
    {
        Assert.Empty(Replication("everything", DetectionGraph.Standby).Violations(new AlarmIsInTheRegionOfItsMetric()));
        Assert.Equal(
            ["alarm: ReplicationLatency of copy is published in eu-central-1, the alarm is in eu-west-1"],
            Replication("everything", DetectionGraph.Primary).Violations(new AlarmIsInTheRegionOfItsMetric()));
    }

    [Fact]
    public void AuroraLag_BelongsToTheCopy()
    {
        Assert.Empty(Lag("orders", DetectionGraph.Primary).Violations(new AlarmIsInTheRegionOfItsMetric()));
        Assert.Equal(
            [
                "lag: AuroraGlobalDBRPOLag measures replication from another Region, not from eu-central-1",
                "lag: AuroraGlobalDBRPOLag of orders is published in eu-west-1, the alarm is in eu-central-1",
            ],
            new TestGraph().Add(DetectionGraph.Cluster, "orders", """{ "clusterIdentifier": "orders" }""")
                .Add(DetectionGraph.Alarm, "lag", DetectionGraph.LagAlarm(), DetectionGraph.Standby).Violations(new AlarmIsInTheRegionOfItsMetric()));
    }

    [Theory]
    [InlineData("us-east-1", 0)]
    [InlineData("eu-west-1", 1)]
    public void HealthCheckMetrics_BelongToOneRegion(string region, int violations) => Assert.Equal(
        violations,
        new TestGraph().Add(
            DetectionGraph.Alarm, "alarm", """{ "namespace": "AWS/Route53", "metricName": "HealthCheckStatus", "dimensions": { "HealthCheckId": "1" } }""",
            region)
            .Violations(new AlarmIsInTheRegionOfItsMetric()).Length);

    [Theory]
    [InlineData("eu-west-1", "eu-central-1", 0)]
    [InlineData("eu-central-1", "eu-central-1", 1)]
    [InlineData("eu-west-1", "eu-north-1", 1)]
    public void TableLatency_BelongsToTheSender(string region, string receiving, int violations) =>
        Assert.Equal(violations, Table("EVENTUAL", region, receiving).Violations(new AlarmIsInTheRegionOfItsMetric()).Length);

    [Theory]
    [InlineData("EVENTUAL", 0)]
    [InlineData("STRONG", 1)]
    public void StrongTable_HasNoLag(string mode, int violations) =>
        Assert.Equal(violations, Table(mode, DetectionGraph.Primary, DetectionGraph.Standby).Violations(new MrscTableHasNoLatencyAlarm()).Length);

    private static TestGraph WithTopic() => new TestGraph().Add(DetectionGraph.Topic, "alerts", """{ "name": "alerts" }""", id: TopicArn)
        .Add(DetectionGraph.Alarm, "alarm", DetectionGraph.CanaryAlarm());

    private static TestGraph Lag(string cluster, string region) => new TestGraph()
        .Add(DetectionGraph.Cluster, cluster, $$"""{ "clusterIdentifier": "{{cluster}}" }""")
        .Add(DetectionGraph.Alarm, "lag", DetectionGraph.LagAlarm(), region);

    private static TestGraph Replication(string ruleId, string region) => new TestGraph()
        .Add(DetectionGraph.Bucket, "data", """{ "bucket": "data" }""")
        .Add(DetectionGraph.Bucket, "copy", """{ "bucket": "copy" }""", DetectionGraph.Standby)
        .Add(
            "aws:s3/bucketReplicationConfig:BucketReplicationConfig", "config",
            """{ "bucket": "data", "rules": [{ "id": "everything", "status": "Enabled", "destination": { "bucket": "arn:aws:s3:::copy" } }] }""")
        .Add(
            DetectionGraph.Alarm, "alarm",
            $$"""
            { "namespace": "AWS/S3", "metricName": "ReplicationLatency",
              "dimensions": { "SourceBucket": "data", "DestinationBucket": "copy", "RuleId": "{{ruleId}}" } }
            """,
            region);

    private static TestGraph Table(string mode, string region, string receiving) => new TestGraph()
        .Add("aws:dynamodb/table:Table", "orders", $$"""{ "name": "orders", "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "{{mode}}" }] }""")
        .Add(
            DetectionGraph.Alarm, "alarm",
            $$"""
            { "namespace": "AWS/DynamoDB", "metricName": "ReplicationLatency", "dimensions": { "TableName": "orders", "ReceivingRegion": "{{receiving}}" } }
            """,
            region);
}
