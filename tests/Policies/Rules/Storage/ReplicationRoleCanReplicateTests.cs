using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationRoleCanReplicateTests
{
    private static readonly ReplicationRoleCanReplicate Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData("\"role\": \"arn:aws:iam::123456789012:role/role-eu-west-1\",", "", "primary-replication: the replication has no role")]
    [InlineData("s3.amazonaws.com", "lambda.amazonaws.com", "primary-replication: S3 may not take the role primary-role for primary")]
    [InlineData("s3:ReplicateDelete", "s3:DeleteObject", "primary-replication: the role primary-role lacks s3:ReplicateDelete on the objects of standby")]
    [InlineData("s3:GetReplicationConfiguration", "s3:GetBucketTagging", "primary-replication: the role primary-role lacks s3:GetReplicationConfiguration on primary")]
    [InlineData("arn:aws:s3:::data-eu-central-1/*", "arn:aws:s3:::other/*", "primary-replication: the role primary-role lacks s3:ReplicateObject on the objects of standby, s3:ReplicateDelete on the objects of standby")]
    [InlineData("alias/data-eu-west-1", "alias/other", "primary-replication: the role primary-role lacks kms:Decrypt on the key of primary")]
    [InlineData("s3.eu-central-1.amazonaws.com", "s3.eu-west-1.amazonaws.com", "primary-replication: the role primary-role lacks kms:Encrypt on the key of standby")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void RoleOutsideTheStacks_IsReportedAsUnknown() =>
        Assert.Equal(["primary-replication: role"], ReplicatedBuckets.With("role/role-eu-west-1", "role/elsewhere").Unknown(Rule));

    [Fact]
    public void PolicyThatIsNotKnownYet_IsReportedAsUnknown() => Assert.Equal(
        ["primary-replication: role"],
        ReplicatedBuckets.With("", "", "primary-policy")
            .Add("aws:iam/rolePolicy:RolePolicy", "policy", """{ "role": "role-eu-west-1", "policy": "?" }""").Unknown(Rule));
}
