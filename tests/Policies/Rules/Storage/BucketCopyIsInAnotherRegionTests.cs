using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Storage;

/// <summary>The rule on copies, of buckets.</summary>
public class BucketCopyIsInAnotherRegionTests
{
    private static readonly CopyIsInAnotherRegion Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData("arn:aws:s3:::data-eu-central-1\"", "arn:aws:s3:::data-eu-west-1\"", "primary-replication: the bucket is replicated to itself")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["primary-replication: rules[0].destination.bucket"],
            ReplicatedBuckets.With("arn:aws:s3:::data-eu-central-1\"", "arn:aws:s3:::elsewhere\"").Unknown(Rule));

    [Fact]
    public void OtherBucketOfTheSameRegion_IsAViolation() => Assert.Equal(
        ["replication: the bucket in eu-west-1 is replicated within eu-west-1, another Region needed"],
        new TestGraph()
            .Add("aws:s3/bucket:Bucket", "a", """{ "bucket": "a" }""")
            .Add("aws:s3/bucketV2:BucketV2", "b", """{ "bucket": "b" }""")
            .Add(
                "aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication",
                """{ "bucket": "a", "rules": [{ "status": "Enabled", "destination": { "bucket": "arn:aws:s3:::b" } }] }""")
            .Violations(Rule));

    [Fact]
    public void UnknownReferences_AreFollowedByTheirDependencies() => Assert.Empty(
        Unnamed("eu-central-1").Check(Rule) is var report
            ? report.Violations.Select(violation => violation.Message).Concat(report.Unknown.Select(unknown => unknown.Property))
            : []);

    [Fact]
    public void UnknownReferenceWithinTheRegion_IsAViolation() => Assert.Single(Unnamed("eu-west-1").Violations(Rule));

    private static TestGraph Unnamed(string region) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "a")
        .Add("aws:s3/bucket:Bucket", "b", region: region)
        .Add(
            "aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication",
            """{ "bucket": "?", "rules": [{ "status": "Enabled", "destination": { "bucket": "?" } }] }""",
            dependencies: [("bucket", "aws:s3/bucket:Bucket", "a"), ("rules", "aws:s3/bucket:Bucket", "b")]);
}
