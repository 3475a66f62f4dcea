using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketIsReplicatedTests
{
    private static readonly BucketIsReplicated Rule = new();

    private const string Bucket = "aws:s3/bucket:Bucket";

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Fact]
    public void ReceiverAndSender_AreCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Without("standby-replication").Violations(Rule));

    [Fact]
    public void BucketAlone_IsAViolation() => Assert.Equal(
        ["a: its data is in one Region only: no replication and no backup copied to another Region"], new TestGraph().Add(Bucket, "a").Violations(Rule));

    [Theory]
    [InlineData("""{ "tags": { "dr:workload": "shared" } }""")]
    [InlineData("""{ "bucket": "access-logs" }""")]
    public void SharedOrLogs_NeedNoReplication(string inputs) => Assert.Empty(new TestGraph().Add(Bucket, "a", inputs).Violations(Rule));

    [Fact]
    public void Catalogs_AreNoLogs() => Assert.Single(new TestGraph().Add(Bucket, "catalogs").Violations(Rule));

    [Fact]
    public void DisabledRule_IsAViolation() => Assert.Equal(
        ["a: no replication rule is enabled: Disabled"],
        new TestGraph().Add(Bucket, "a", """{ "replicationConfiguration": { "rules": [{ "status": "Disabled" }] } }""").Violations(Rule));

    [Theory]
    [InlineData("eu-central-1", 0)]
    [InlineData("eu-west-1", 1)]
    public void Backup_CountsWhereItIsCopiedToAnotherRegion(string region, int violations) => Assert.Equal(violations, new TestGraph()
        .Add(Bucket, "a", """{ "bucket": "a" }""")
        .Add(
            "aws:backup/plan:Plan", "plan",
            $$"""{ "rules": [{ "copyActions": [{ "destinationVaultArn": "arn:aws:backup:{{region}}:123456789012:backup-vault:v" }] }] }""", id: "plan-1")
        .Add("aws:backup/selection:Selection", "selection", """{ "planId": "plan-1", "resources": ["arn:aws:s3:::a"] }""")
        .Violations(Rule).Length);

    [Fact]
    public void ReplicationOfAnUnknownBucket_IsReportedAsUnknown() => Assert.Equal(["a: rules"], new TestGraph()
        .Add(Bucket, "a")
        .Add("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication", """{ "bucket": "?", "rules": [] }""").Unknown(Rule));

    [Fact]
    public void StandbysBucketAlone_IsReportedAsUnknown() => Assert.Equal(
        ["a: replicationConfiguration"], new TestGraph().Add(Bucket, "a", """{ "tags": { "dr:workload": "orders", "dr:role": "standby" } }""").Unknown(Rule));
}
