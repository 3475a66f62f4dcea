using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class ReplicationRoleCanReplicateTests
{
    private static readonly ReplicationRoleCanReplicate Rule = new();

    private static readonly string Sound = string.Join(", ",
        RoleGraph.Allow("arn:aws:s3:::source", "s3:GetReplicationConfiguration", "s3:ListBucket"),
        RoleGraph.Allow("arn:aws:s3:::source/*", "s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"),
        RoleGraph.Allow("arn:aws:s3:::replica/*", "s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"),
        RoleGraph.Allow("arn:aws:kms:eu-central-1:111122223333:key/*", "kms:Encrypt"));

    [Fact]
    public void AllItNeeds_IsCompliant() => Assert.Empty(Graph(Sound).Violations(Rule));

    [Theory]
    [InlineData("s3:GetReplicationConfiguration", "s3:GetBucketAcl", "not allowed s3:GetReplicationConfiguration on arn:aws:s3:::source")]
    [InlineData("s3:ReplicateDelete", "s3:PutObject", "not allowed s3:ReplicateDelete on arn:aws:s3:::replica/object")]
    [InlineData("source/*", "sources/*", "not allowed s3:GetObjectVersionAcl, s3:GetObjectVersionForReplication, s3:GetObjectVersionTagging")]
    [InlineData("arn:aws:kms:eu-central-1", "arn:aws:kms:eu-west-1",
        "not allowed kms:Encrypt on arn:aws:kms:eu-central-1:111122223333:key/k: encryption of replicas")]
    public void Narrowed_IsAViolation(string from, string to, string message) => Assert.Contains(
        Graph(Sound.Change(from, to)).Violations(Rule), violation => violation.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void BucketsWithoutKnownNames_AreReportedAsUnknown() => Assert.NotEmpty(Graph(Sound, "\"?\"").Unknown(Rule));

    private static TestGraph Graph(string statements, string bucket = "\"source\"") => new TestGraph()
        .Add("aws:kms/key:Key", "key", "{}", "eu-central-1", "k", """{ "arn": "arn:aws:kms:eu-central-1:111122223333:key/k" }""")
        .Add("aws:s3/bucket:Bucket", "source", """{ "bucket": "source" }""", id: "source")
        .Add("aws:s3/bucket:Bucket", "replica", """{ "bucket": "replica" }""", "eu-central-1", "replica")
        .WithRole(RoleGraph.Service("s3.amazonaws.com"), statements)
        .Add("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication", $$"""
            { "bucket": {{bucket}}, "role": "arn:aws:iam::111122223333:role/role",
              "rules": [{ "status": "Enabled", "deleteMarkerReplication": { "status": "Enabled" },
              "destination": { "bucket": "arn:aws:s3:::replica",
                "encryptionConfiguration": { "replicaKmsKeyId": "arn:aws:kms:eu-central-1:111122223333:key/k" } } }] }
            """);
}
