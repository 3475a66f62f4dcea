using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Ownership;
using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

/// <summary>The same replication as other programs write it.</summary>
public class OtherWritingsTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string BucketV2 = "aws:s3/bucketV2:BucketV2";
    private const string VersioningV2 = "aws:s3/bucketVersioningV2:BucketVersioningV2";

    private static readonly Rule[] Rules =
    [
        new BucketIsVersioned(), new BucketIsReplicated(), new ReplicationRuleIsEnabled(), new ReplicationCoversWholeBucket(), new CopyIsInAnotherRegion(),
        new ReplicationStatesDeleteMarkers(), new ReplicationIncludesEncryptedObjects(), new ReplicaKeyIsInDestinationRegion(),
        new ReplicationTimeIsFifteenMinutes(),
        new ReplicationMetricsArePublished(), new ReplicationPrioritiesDiffer(), new ReplicationWaitsForVersions(), new BucketEncryptionIsValid(),
        new BucketSettingHasOneOwner(),
    ];

    [Fact]
    public void ReplicationInTheBucketsOwnBlock_IsCompliant() => AssertSound(WithRole(new TestGraph())
        .Add(Bucket, "standby", """{ "bucket": "standby", "versioning": { "enabled": true } }""", "eu-central-1")
        .Add(Bucket, "primary", """
            { "bucket": "primary", "versioning": { "enabled": true },
              "serverSideEncryptionConfiguration": { "rule": { "applyServerSideEncryptionByDefault": { "sseAlgorithm": "aws:kms",
                    "kmsMasterKeyId": "arn:aws:kms:eu-west-1:123456789012:key/a" } } },
              "replicationConfiguration": { "role": "arn:aws:iam::123456789012:role/role", "rules": [{
                "status": "Enabled", "filter": { "prefix": "" }, "deleteMarkerReplicationStatus": "Enabled",
                "sourceSelectionCriteria": { "sseKmsEncryptedObjects": { "enabled": true } },
                "destination": {
                  "bucket": "arn:aws:s3:::standby", "replicaKmsKeyId": "arn:aws:kms:eu-central-1:123456789012:key/b",
                  "replicationTime": { "status": "Enabled", "minutes": 15 }, "metrics": { "status": "Enabled", "minutes": 15 } } }] } }
            """));

    [Fact]
    public void OlderTokensAndNoNamesYet_AreCompliant() => AssertSound(WithRole(new TestGraph())
        .Add(BucketV2, "primary")
        .Add(BucketV2, "standby", region: "eu-central-1")
        .Add(VersioningV2, "v1", """{ "bucket": "?", "versioningConfiguration": { "status": "Enabled" } }""", dependencies: ("bucket", BucketV2, "primary"))
        .Add(
            VersioningV2, "v2", """{ "bucket": "?", "versioningConfiguration": { "status": "Enabled" } }""", "eu-central-1",
            dependencies: ("bucket", BucketV2, "standby"))
        .Add(
            "aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication",
            """{ "bucket": "?", "role": "?", "rules": [{ "status": "Enabled", "destination": { "bucket": "?", "metrics": { "status": "Enabled" } } }] }""",
            dependencies: [("bucket", VersioningV2, "v1"), ("role", "aws:iam/role:Role", "role"), ("rules", BucketV2, "standby"), ("", VersioningV2, "v2")]));

    private static TestGraph WithRole(TestGraph graph) => graph
        .Add("aws:iam/role:Role", "role", """
            { "name": "role", "assumeRolePolicy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": ["s3.amazonaws.com"] },
                    "Action": ["sts:AssumeRole"] }] } }
            """)
        .Add(
            "aws:iam/policy:Policy", "policy", """{ "policy": { "Statement": [{ "Effect": "Allow", "Action": ["s3:*", "kms:*"], "Resource": "*" }] } }""",
            outputs: """{ "arn": "arn:aws:iam::123456789012:policy/p" }""")
        .Add("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attachment", """{ "role": "role", "policyArn": "arn:aws:iam::123456789012:policy/p" }""");

    private static void AssertSound(TestGraph graph)
    {
        foreach (var rule in Rules)
        {
            Assert.Empty(graph.Violations(rule));
            Assert.Empty(graph.Unknown(rule));
        }
    }
}
