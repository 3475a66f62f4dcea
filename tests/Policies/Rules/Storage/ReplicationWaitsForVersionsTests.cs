using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationWaitsForVersionsTests
{
    private static readonly ReplicationWaitsForVersions Rule = new();

    [Fact]
    public void RuleAfterBothVersionings_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Fact]
    public void RuleThatDoesNotWait_IsAViolation() => Assert.Equal(
        ["primary-replication: the replication does not depend on the versioning of primary",
            "primary-replication: the replication does not depend on the versioning of standby"],
        ReplicatedBuckets.Graph(waits: false).Violations(Rule));

    [Fact]
    public void BucketWithoutVersions_IsAViolation() => Assert.Equal(
        ["primary-replication: standby is replicated, but noncurrent versions are not retained: versioning is not declared",
         "standby-replication: standby is replicated, but noncurrent versions are not retained: versioning is not declared"],
        ReplicatedBuckets.Graph().Without("standby-versioning").Violations(Rule));
}
