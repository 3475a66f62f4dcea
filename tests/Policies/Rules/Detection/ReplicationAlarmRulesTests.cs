using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

/// <summary>Stores and workloads that must have an alarm.</summary>
public class ReplicationAlarmRulesTests
{
    [Fact]
    public void ReplicatedBucketWithBothAlarms_IsCompliant()
    {
        var graph = Buckets("Enabled").Add(DetectionGraph.Alarm, "lag", S3("ReplicationLatency"), DetectionGraph.Standby)
            .Add(DetectionGraph.Alarm, "failed", S3("OperationsFailedReplication"));
        Assert.Empty(graph.Violations(new ReplicatedStoreHasALagAlarm()));
        Assert.Empty(graph.Violations(new FailedReplicationIsAlarmed()));
    }

    [Theory]
    [InlineData("Enabled", 1)]
    [InlineData("Disabled", 0)]
    public void ReplicatedBucketWithoutAlarms_IsAViolation(string status, int violations)
    {
        Assert.Equal(violations, Buckets(status).Violations(new ReplicatedStoreHasALagAlarm()).Length);
        Assert.Equal(violations, Buckets(status).Violations(new FailedReplicationIsAlarmed()).Length);
    }

    [Fact]
    public void AlarmsOfAStackThatIsNotGiven_AreNotMissed() => Assert.Empty(
        Buckets("Enabled", """, "tags": { "dr:pair": "main" }""").Violations(new ReplicatedStoreHasALagAlarm()));

    [Fact]
    public void GlobalTable_NeedsALagAlarm()
    {
        var table = new TestGraph().Add("aws:dynamodb/table:Table", "orders", """{ "name": "orders", "replicas": [{ "regionName": "eu-central-1" }] }""");
        Assert.Equal(["orders: no alarm in eu-west-1 watches the replication lag of its writes"], table.Violations(new ReplicatedStoreHasALagAlarm()));
        table.Add(
            DetectionGraph.Alarm, "lag",
            """
            { "namespace": "AWS/DynamoDB", "metricName": "ReplicationLatency", "dimensions": { "TableName": "orders", "ReceivingRegion": "eu-central-1" } }
            """);
        Assert.Empty(table.Violations(new ReplicatedStoreHasALagAlarm()));
    }

    [Fact]
    public void MemberOfAGlobalDatabase_NeedsALagAlarm()
    {
        var graph = new TestGraph().Add(DetectionGraph.GlobalCluster, "global", """{ "globalClusterIdentifier": "global" }""")
            .Add(
                DetectionGraph.Cluster, "writer", """{ "clusterIdentifier": "writer", "globalClusterIdentifier": "global", "masterUsername": "root" }""",
                DetectionGraph.Standby)
            .Add(DetectionGraph.Cluster, "orders", """{ "clusterIdentifier": "orders", "globalClusterIdentifier": "global" }""");
        Assert.Equal(["orders: no alarm in eu-west-1 watches its lag behind the writer"], graph.Violations(new ReplicatedStoreHasALagAlarm()));
        Assert.Empty(graph.Add(DetectionGraph.Alarm, "lag", DetectionGraph.LagAlarm()).Violations(new ReplicatedStoreHasALagAlarm()));
    }

    [Fact]
    public void Canary_NeedsAnAlarmInItsRegion()
    {
        var canary = new TestGraph().Add(DetectionGraph.Canary, "probe", """{ "name": "probe" }""");
        Assert.Equal(["probe: no alarm in its Region uses the canary's SuccessPercent"], canary.Violations(new CanaryHasAnAlarm()));
        Assert.Empty(canary.Add(DetectionGraph.Alarm, "alarm", DetectionGraph.CanaryAlarm()).Violations(new CanaryHasAnAlarm()));
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{ "treatMissingData": "notBreaching" }""", 1)]
    [InlineData("""{ "alarmActions": null }""", 1)]
    [InlineData("""{ "tags": { "dr:workload": "other" } }""", 1)]
    public void WorkloadWithAStandby_IsWatchedFromThere(string change, int violations) => Assert.Equal(
        violations,
        new TestGraph().Add(DetectionGraph.Balancer, "front", """{ "tags": { "dr:workload": "shop", "dr:role": "standby" } }""", DetectionGraph.Standby)
            .Add(
                DetectionGraph.Alarm, "alarm", DetectionGraph.With(DetectionGraph.CanaryAlarm("""{ "tags": { "dr:workload": "shop" } }"""), change),
                DetectionGraph.Standby)
            .Violations(new WorkloadIsWatchedFromTheOtherRegion()).Length);

    private static TestGraph Buckets(string status, string extra = "") => new TestGraph()
        .Add(DetectionGraph.Bucket, "data", $$"""{ "bucket": "data"{{extra}} }""")
        .Add(DetectionGraph.Bucket, "copy", """{ "bucket": "copy" }""", DetectionGraph.Standby)
        .Add(
            "aws:s3/bucketReplicationConfig:BucketReplicationConfig", "config",
            $$"""{ "bucket": "data", "rules": [{ "id": "all", "status": "{{status}}", "destination": { "bucket": "?" } }] }""",
            dependencies: [("rules", DetectionGraph.Bucket, "copy"), ("bucket", DetectionGraph.Bucket, "data")]);

    private static string S3(string metric) =>
        $$"""{ "namespace": "AWS/S3", "metricName": "{{metric}}", "dimensions": { "SourceBucket": "data", "DestinationBucket": "copy", "RuleId": "all" } }""";
}
