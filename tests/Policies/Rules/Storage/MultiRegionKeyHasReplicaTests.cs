using DrInfra.Policies.Rules.Ownership;
using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class MultiRegionKeyHasReplicaTests
{
    private static readonly MultiRegionKeyHasReplica Rule = new();

    private const string Replica = "aws:kms/replicaKey:ReplicaKey";
    private const string Arn = """{ "primaryKeyArn": "arn:aws:kms:eu-west-1:123456789012:key/k" }""";

    [Fact]
    public void ReplicaInAnotherRegion_IsCompliant() => Assert.Empty(Graph(true).Add(Replica, "replica", Arn, "eu-central-1").Violations(Rule));

    [Fact]
    public void NoReplicaInEitherStack_IsAViolation() => Assert.Equal(
        ["key: the multi-Region key has no replica in another Region"], Graph(true).Violations(Rule, null, new TestGraph("dr")));

    [Fact]
    public void ReplicaThatTheOtherStackMayHave_IsReportedAsUnknown() => Assert.Equal(["key: multiRegion"], Graph(true).Unknown(Rule));

    [Fact]
    public void ReplicaOfTheSameRegion_IsAViolation() => Assert.Contains(
        "replica: the copy and its source are both in eu-west-1", Graph(true).Add(Replica, "replica", Arn).Violations(new CopyIsInAnotherRegion()));

    [Fact]
    public void ReplicaOfAPlainKey_IsAViolation() => Assert.Equal(
        ["replica: the replica's primary is not a multi-Region key"], Graph(false).Add(Replica, "replica", Arn, "eu-central-1").Violations(Rule));

    [Fact]
    public void PlainKey_NeedsNone() => Assert.Empty(Graph(false).Violations(Rule));

    private static TestGraph Graph(bool multiRegion) => new TestGraph().Add(
        "aws:kms/key:Key", "key", $$"""{ "multiRegion": {{(multiRegion ? "true" : "false")}} }""", id: "k",
        outputs: """{ "arn": "arn:aws:kms:eu-west-1:123456789012:key/k" }""");
}
