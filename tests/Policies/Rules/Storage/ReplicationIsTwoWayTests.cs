using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationIsTwoWayTests
{
    private static readonly ReplicationIsTwoWay Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Fact]
    public void NoWayBack_IsAViolation() =>
        Assert.Equal(
            ["standby: it receives replicas from primary, but replicates nothing back"], ReplicatedBuckets.Graph().Without("standby-replication")
                .Violations(Rule));

    [Fact]
    public void RuleThatIsOff_IsNoWayBack() => Assert.Equal(
        ["primary: it receives replicas from standby, but replicates nothing back"],
        ReplicatedBuckets.With("\"status\": \"Enabled\", \"priority\"", "\"status\": \"Disabled\", \"priority\"").Violations(Rule));

    [Fact]
    public void WayBackThatIsNotKnownYet_IsReportedAsUnknown() => Assert.Equal(
        ["primary: rules[0]"], ReplicatedBuckets.With("arn:aws:s3:::data-eu-central-1\"", "?\"").Unknown(Rule));

    [Fact]
    public void ReceiverOfLogs_NeedsNoWayBack() => Assert.Empty(new TestGraph()
        .Add("aws:s3/bucket:Bucket", "a", """{ "bucket": "a" }""")
        .Add("aws:s3/bucket:Bucket", "logs", """{ "bucket": "b" }""", "eu-central-1")
        .Add(
            "aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication",
            """{ "bucket": "a", "rules": [{ "status": "Enabled", "destination": { "bucket": "arn:aws:s3:::b" } }] }""")
        .Violations(Rule));
}
